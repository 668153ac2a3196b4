"""The identity of an article: what makes two readings of a page the same version."""

from hashlib import sha256


def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hex; lone surrogates count too."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_id(key: str | None, text: str) -> str:
    """16 hex digits for the text as it stands under `key` (its URL; None or "" where it has none)."""
    return digest(f"{key or ''}\0{text}")[:16]
