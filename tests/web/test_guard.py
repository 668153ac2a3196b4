"""Whom the reading room answers, and what every answer carries."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from onrecord.web.app import create
from onrecord.web.guard import HEADERS, name_of
from tests.web.conftest import Room


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8017", 200),
        ("localhost", 200),
        ("LOCALHOST:1", 200),
        ("[::1]:8017", 200),
        ("evil.example", 421),
        ("evil.example:8017", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.", 421),
        ("127.0.0.1@evil.example", 421),
        ("localhost:80x", 421),
        ("192.168.0.7", 421),
        ("[::1", 421),
        ("", 421),
    ],
)
def test_only_its_own_names_reach_the_room(host: str, status: int, kept: Path, room: Room) -> None:
    answer = room(kept).get("/", headers={"host": host})
    assert answer.status_code == status
    assert status == 200 or "reading room" in answer.text
    assert status == 200 or "claims" not in answer.text


@pytest.mark.parametrize(
    ("opened_at", "host", "status"),
    [
        ("0.0.0.0", "192.168.0.7:8017", 200),
        ("::", "[fe80::1]:8017", 200),
        ("0.0.0.0", "evil.example", 421),
        ("library.local", "library.local:8017", 200),
        ("library.local", "evil.example", 421),
    ],
)
def test_a_room_opened_to_others_answers_to_numbers_and_its_name(
    opened_at: str, host: str, status: int, kept: Path
) -> None:
    with TestClient(create(kept, opened_at)) as client:
        assert client.get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize("address", ["/", "/search?q=x", "/page/none", "/nowhere", "/static/record.css"])
def test_every_answer_carries_the_headers(address: str, kept: Path, room: Room) -> None:
    headers = room(kept).get(address).headers
    assert set(map(str.lower, HEADERS)) <= set(headers)
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_also_a_refusal_carries_them(kept: Path, room: Room) -> None:
    headers = room(kept).get("/", headers={"host": "evil.example"}).headers
    assert set(map(str.lower, HEADERS)) <= set(headers)


@given(st.text())
def test_any_host_gives_a_name_or_none(host: str) -> None:
    assert name_of(host) == name_of(host).lower()
