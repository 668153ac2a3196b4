"""What grammar adds to claims: whose words they are, and where they end."""

import pytest

from tests.reading.told import claims


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It was the third time the union said it had met the owners of the mine.", "the union"),
        ("The files were once public ― Ozols boasted, “I have seen them all.”", "Ozols"),
        ("Ilze Ozola left the hall at noon, saying that the ports would stay closed.", "Ilze Ozola"),
    ],
)
def test_a_source_is_the_subject_of_its_cue(text: str, source: str) -> None:
    (claim,) = claims(text)
    assert claim.source == source
