"""Tables with their source, licence and version, and the one loader that reads them."""
