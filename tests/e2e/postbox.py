"""A mail server that is not ours (aiosmtpd), and everybody's postbox; driven by lines of JSON as agents.py is.

{"do": "open"} starts it and tells its port, {"do": "close"} stops it, {"do": "next", "to": "…"} is the next mail,
{"do": "all"} is everything that ever arrived, with the time of its arrival.
"""

import asyncio
import json
import sys
import time
from email import message_from_bytes, policy

from aiosmtpd.smtp import SMTP


class Postbox:
    def __init__(self) -> None:
        self.mails: dict[str, list[dict]] = {}
        self.arrivals: list[dict] = []
        self.arrived = asyncio.Condition()
        self.server: asyncio.Server | None = None
        self.port = 0

    async def handle_DATA(self, _server, _session, envelope) -> str:  # noqa: N802: aiosmtpd's name
        mail = message_from_bytes(envelope.content, policy=policy.default)
        told = {"subject": mail["subject"], "id": mail["message-id"], "from": mail["from"], "body": mail.get_content()}
        async with self.arrived:
            for recipient in envelope.rcpt_tos:
                self.mails.setdefault(recipient, []).append(told)
                self.arrivals.append(told | {"to": recipient, "at": time.time()})
            self.arrived.notify_all()
        return "250 taken"

    async def open(self) -> dict:
        """On the same port as before, if it was open before."""
        loop = asyncio.get_running_loop()
        self.server = await loop.create_server(lambda: SMTP(self), "127.0.0.1", self.port)
        self.port = self.server.sockets[0].getsockname()[1]
        return {"port": self.port}

    async def close(self) -> dict:
        self.server.close()
        return {}

    async def all(self) -> dict:
        return {"mails": self.arrivals}

    async def next(self, to: str) -> dict:
        async with self.arrived:
            await self.arrived.wait_for(lambda: self.mails.get(to))
            return self.mails[to].pop(0)


async def answer(postbox: Postbox, command: dict) -> None:
    number, do = command.pop("id"), command.pop("do")
    try:
        told = {"ok": await asyncio.wait_for(getattr(postbox, do)(**command), 30)}
    except Exception as error:  # noqa: BLE001: the story decides what an error means
        told = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps({"id": number} | told), flush=True)


async def main() -> None:
    postbox, tasks = Postbox(), set()
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        task = asyncio.create_task(answer(postbox, json.loads(line)))
        tasks.add(task)
        task.add_done_callback(tasks.discard)


asyncio.run(main())
