"""Given names: known ones, and whether a woman or a man bears them."""

from onrecord.knowledge import persons


def test_sex_is_told_only_where_the_name_tells() -> None:
    assert persons.sex("Ingrid") is True
    assert persons.sex("Gergely") is False
    assert persons.sex("Xyzzy") is None
