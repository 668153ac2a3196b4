"""Fetches one page from an http(s) address, guarded: no internal addresses, bounded in size and time.

Each address that a host name resolves to is checked, the connection goes to a checked address and to no other
(so that a name cannot be resolved anew to an internal one), and every redirect is checked again.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable

import httpcore2
import httpx2

from onrecord.errors import FetchError, NotText, TooLarge
from onrecord.model import Page
from onrecord.settings import Settings
from onrecord.version import __version__

MOST_REDIRECTS = 5
USER_AGENT = f"onrecord/{__version__} (reads news pages that its user names)"
KINDS = ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml")
HEADERS = {"User-Agent": USER_AGENT, "Accept": ", ".join(KINDS), "Accept-Language": "en, *;q=0.5"}


def fetch(url: str, settings: Settings) -> Page:
    """The page at `url`, after at most five redirects. Raises FetchError, TooLarge or NotText."""
    deadline = time.monotonic() + settings.fetch_seconds
    with _client(settings) as client:
        for _ in range(MOST_REDIRECTS + 1):
            _check(url)
            answer = _once(client, url, settings, deadline)
            if isinstance(answer, Page):
                return answer
            url = answer
    raise FetchError(f"{url}: more than {MOST_REDIRECTS} redirects; open it in a browser and save the page")


def _client(settings: Settings) -> httpx2.Client:
    # trust_env off: a proxy from the environment would make the connection in our place, unchecked.
    transport = httpx2.HTTPTransport(verify=ssl.create_default_context(), trust_env=False)
    transport._pool = httpcore2.ConnectionPool(
        ssl_context=ssl.create_default_context(), network_backend=_Guarded(settings.fetch_private)
    )
    return httpx2.Client(transport=transport, headers=HEADERS, follow_redirects=False, trust_env=False)


def _check(url: str) -> None:
    try:
        parsed = httpx2.URL(url)
    except (httpx2.InvalidURL, TypeError) as error:
        raise FetchError(f"{url}: not an address: {error}") from error
    if parsed.scheme not in ("http", "https"):
        raise FetchError(f"{url}: only http and https addresses are fetched")
    if not parsed.host:
        raise FetchError(f"{url}: the address names no host")
    if parsed.userinfo:
        raise FetchError(f"{url}: addresses with a user name are not fetched; take out what stands before the @")


def _once(client: httpx2.Client, url: str, settings: Settings, deadline: float) -> Page | str:
    """The page, or the address that it redirects to."""
    try:
        with client.stream("GET", url, timeout=max(0.1, deadline - time.monotonic())) as response:
            if response.is_redirect and "location" in response.headers:
                return str(response.url.join(response.headers["location"]))
            _check_answer(url, response)
            data = _body(url, response, settings, deadline)
            kind = response.headers.get("content-type")
            return Page(source=url, data=data, url=str(response.url), content_type=kind)
    except httpx2.TimeoutException as error:
        raise FetchError(f"{url}: no answer within {settings.fetch_seconds:g} seconds; try again later") from error
    except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError) as error:
        raise FetchError(f"{url}: cannot be reached: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def _check_answer(url: str, response: httpx2.Response) -> None:
    if response.status_code in (429, 503) and "retry-after" in response.headers:
        wait = response.headers["retry-after"]
        raise FetchError(f"{url}: the site asks to come back later ({response.status_code}, Retry-After {wait})")
    if not response.is_success:
        reason = f"{response.status_code} {response.reason_phrase}".strip()
        raise FetchError(f"{url}: the site answered {reason}; check the address")
    kind = response.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if kind and kind not in KINDS:
        raise NotText(f"{url}: is {kind}, not a page; onrecord reads HTML and plain text")


def _body(url: str, response: httpx2.Response, settings: Settings, deadline: float) -> bytes:
    data = bytearray()
    for chunk in response.iter_bytes(65536):
        data += chunk
        if len(data) > settings.max_bytes:
            raise TooLarge.beyond(url, settings.max_bytes)
        if time.monotonic() > deadline:
            raise FetchError(f"{url}: not all there within {settings.fetch_seconds:g} seconds; try again later")
    return bytes(data)


class _Guarded(httpcore2.SyncBackend):
    """Connects to public addresses only; the address that was checked is the one that is connected to."""

    def __init__(self, private: bool) -> None:
        self._private = private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        return super().connect_tcp(self._address(host, port), port, timeout, local_address, socket_options)

    def connect_unix_socket(self, *_: object, **__: object) -> httpcore2.NetworkStream:
        raise httpcore2.ConnectError("sockets of the own machine are not fetched from")

    def _address(self, host: str, port: int) -> str:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"the host {host} is not known") from error
        addresses = [str(info[4][0]) for info in found]
        if not self._private and not all(is_public(address) for address in addresses):
            raise httpcore2.ConnectError(f"{host} is an address of the own machine or network, which is not fetched")
        return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet; embedded IPv4 addresses are looked at too."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None and not is_public(str(inner)):
            return False
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved
