"""Fetching is guarded: http(s) only, no internal addresses, every redirect checked, bounded in size and time."""

import socket
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import FetchError, NotText, PageError, TooLarge
from onrecord.pages import fetch
from onrecord.settings import Settings
from tests.pages import site

OPEN = Settings(fetch_private=True, fetch_seconds=5)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with site.running() as address:
        yield address


def test_a_page_comes_with_its_address_and_kind(server: str) -> None:
    page = fetch.fetch(f"{server}/story", OPEN)
    assert page.data == site.STORY.encode()
    assert page.url == f"{server}/story"
    assert page.content_type == "text/html; charset=utf-8"


@pytest.mark.parametrize("path", ["plain", "nameless", "packed"])
def test_plain_nameless_and_packed_pages_are_pages(server: str, path: str) -> None:
    assert b"ferry" in fetch.fetch(f"{server}/{path}", OPEN).data


def test_a_redirect_is_followed_and_the_last_address_kept(server: str) -> None:
    assert fetch.fetch(f"{server}/moved", OPEN).url == f"{server}/story"


@pytest.mark.parametrize(
    ("path", "error", "words"),
    [
        ("loop", FetchError, "redirects"),
        ("to-file", FetchError, "only http and https"),
        ("picture", NotText, "image/png"),
        ("busy", FetchError, "120"),
        ("broken", FetchError, "500"),
        ("gone", FetchError, "410"),
        ("missing", FetchError, "404"),
    ],
)
def test_what_cannot_be_had_says_why(server: str, path: str, error: type[PageError], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        fetch.fetch(f"{server}/{path}", OPEN)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["large", "bomb"])
def test_size_is_bounded_before_and_after_unpacking(server: str, path: str) -> None:
    with pytest.raises(TooLarge, match="limit"):
        fetch.fetch(f"{server}/{path}", Settings(fetch_private=True, max_bytes=50_000))


def test_time_is_bounded(server: str) -> None:
    with pytest.raises(FetchError, match="seconds"):
        fetch.fetch(f"{server}/slow", Settings(fetch_private=True, fetch_seconds=0.5))


def test_the_own_machine_is_not_fetched_unless_allowed(server: str) -> None:
    with pytest.raises(FetchError, match="own machine or network"):
        fetch.fetch(f"{server}/story", Settings())
    port = server.rsplit(":", 1)[1]
    with pytest.raises(FetchError, match="own machine or network"):
        fetch.fetch(f"http://localhost:{port}/story", Settings())


def test_a_redirect_to_an_inner_address_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The first address is let through as if it were public; the one that it leads to is not.
    real = fetch.is_public
    monkeypatch.setattr(fetch, "is_public", lambda address: address == "127.0.0.1" or real(address))
    with pytest.raises(FetchError, match="own machine or network"):
        fetch.fetch(f"{server}/to-inside", Settings())


def test_a_name_with_one_inner_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def answers(*_: object, **__: object) -> list[tuple[object, ...]]:
        family, kind = socket.AF_INET, socket.SOCK_STREAM
        return [(family, kind, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.7")]

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    with pytest.raises(FetchError, match="own machine or network"):
        fetch.fetch("http://paper.example/story", Settings())


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://paper.example/story", "only http and https"),
        ("file:///etc/hostname", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("http:///story", "names no host"),
        ("http://reader:secret@paper.example/", "user name"),
        ("http://paper.example:port/", "not an address"),
    ],
)
def test_addresses_that_are_not_fetched(url: str, words: str) -> None:
    with pytest.raises(FetchError, match=words):
        fetch.fetch(url, Settings())


def test_an_unknown_host_and_a_closed_port_are_one_clear_line() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for url in ("http://no-such-host.invalid/", f"http://127.0.0.1:{port}/"):
        with pytest.raises(FetchError, match="cannot be reached") as caught:
            fetch.fetch(url, OPEN)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
     "::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"],
)  # fmt: skip
def test_inner_addresses(address: str) -> None:
    assert not fetch.is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_public_addresses(address: str) -> None:
    assert fetch.is_public(address)


@given(st.ip_addresses(v=4, network="10.0.0.0/8").map(str))
def test_no_private_address_passes_in_any_form(address: str) -> None:
    assert not fetch.is_public(address)
    assert not fetch.is_public(f"::ffff:{address}")
