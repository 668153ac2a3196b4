"""The port: opened, taken, not to be had; and the command that opens it."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from onrecord.cli import main
from onrecord.errors import OnrecordError
from onrecord.web import server


def test_port_0_takes_a_free_one_and_its_address_is_told() -> None:
    with server.listen("127.0.0.1", 0) as opened:
        assert re.fullmatch(r"http://127\.0\.0\.1:[1-9]\d+/", server.address_of(opened))


def test_a_taken_port_is_one_line() -> None:
    with server.listen("127.0.0.1", 0) as opened:
        port = opened.getsockname()[1]
        with pytest.raises(OnrecordError, match=rf"^127\.0\.0\.1:{port}: the port is taken; give another with --port"):
            server.listen("127.0.0.1", port)


def test_what_is_no_address_of_this_machine_is_one_line() -> None:
    with pytest.raises(OnrecordError, match="--host"):
        server.listen("192.0.2.1", 0)
    with pytest.raises(OnrecordError, match="no such address"):
        server.listen("no such host", 0)


def test_a_socket_for_everybody_is_told_as_localhost() -> None:
    with socket.socket() as opened:
        opened.bind(("0.0.0.0", 0))
        assert server.address_of(opened).startswith("http://localhost:")


def test_the_command_tells_a_taken_port(capsys: pytest.CaptureFixture[str]) -> None:
    with server.listen("127.0.0.1", 0) as opened:
        port = opened.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"onrecord: 127.0.0.1:{port}: the port is taken; give another with --port, or 0 for a free one\n"


def test_the_command_serves_until_it_is_interrupted(kept: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "serve", "--port", "0", "--store", str(kept)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ}) as running:
        try:
            assert running.stdout is not None
            told = running.stdout.readline().decode()
            (address,) = re.findall(r"http://\S+", told)
            with urlopen(address, timeout=20) as answer:
                assert b"3 pages kept" in answer.read()
        finally:
            running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=20)
    assert (running.returncode, err) == (0, b"")
