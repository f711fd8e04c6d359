"""Round trips through Synapse, encrypted, one user who writes to each bot in turn: the latency that the user sees, the
CPU that the bot's process spends, and the time that a message spends inside of Guichet."""

import asyncio
import json
import logging
import random
import time
from datetime import datetime
from pathlib import Path

from machine import load, percentile
from nio import AsyncClient, AsyncClientConfig, MatrixRoom, RoomMessage, RoomPreset
from place import PASSWORD, Echo, Guichet, Synapse

logging.getLogger("nio").setLevel(logging.CRITICAL)
USER = "amina.diallo"
MEGOLM = {"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}
# What a bot still does after its answer counts as well.
SETTLE = 0.7


class User:
    """An agent at an encrypting client that is not ours."""

    def __init__(self, homeserver: str, store: Path) -> None:
        store.mkdir(parents=True, exist_ok=True)
        config = AsyncClientConfig(encryption_enabled=True, store_sync_tokens=False)
        self.client = AsyncClient(homeserver, USER, store_path=str(store), config=config)
        self.heard: dict[str, asyncio.Queue] = {}
        self.changed = asyncio.Condition()

    async def start(self) -> None:
        await self.client.login(PASSWORD)
        self.client.add_event_callback(self.on_message, RoomMessage)
        self.client.add_response_callback(self.on_response)
        if self.client.should_upload_keys:
            await self.client.keys_upload()
        await self.client.sync(timeout=0, full_state=True)
        self.loop = asyncio.create_task(self.client.sync_forever(timeout=30000))

    async def on_message(self, room: MatrixRoom, event: RoomMessage) -> None:
        if event.sender != self.client.user_id:
            self.heard.setdefault(room.room_id, asyncio.Queue()).put_nowait(event)

    async def on_response(self, _response: object) -> None:
        async with self.changed:
            self.changed.notify_all()

    async def dm(self, peer: str) -> str:
        """An encrypted direct room that the peer has entered."""
        answer = await self.client.room_create(
            invite=[peer], is_direct=True, preset=RoomPreset.trusted_private_chat, initial_state=[MEGOLM]
        )
        room = answer.room_id

        def entered() -> bool:
            known = self.client.rooms.get(room)
            return bool(known and peer in known.users and peer not in known.invited_users)

        async with self.changed:
            await asyncio.wait_for(self.changed.wait_for(entered), 30)
        if self.client.should_query_keys:
            await self.client.keys_query()
        self.heard.setdefault(room, asyncio.Queue())
        return room

    async def ask(self, room: str, text: str) -> float:
        """Seconds from sending to having read the answer."""
        queue = self.heard[room]
        while not queue.empty():
            queue.get_nowait()
        begun = time.perf_counter()
        content = {"msgtype": "m.text", "body": text}
        sending = asyncio.create_task(
            self.client.room_send(room, "m.room.message", content, ignore_unverified_devices=True)
        )
        answer = await asyncio.wait_for(queue.get(), 30)
        took = time.perf_counter() - begun
        await sending
        if not answer.decrypted:
            raise RuntimeError("an answer came in clear")
        if text == "solde" and "jours" not in answer.body:
            raise RuntimeError(f"not a balance: {answer.body!r}")
        return took

    async def stop(self) -> None:
        self.loop.cancel()
        await self.client.close()


def inside(guichet: Guichet, start: int) -> list[float]:
    """Seconds from each sync that brought something to the answer's way into the SDK, out of the log from `start` on."""
    found, heard = [], None
    with guichet.process.log.open() as log:
        log.seek(start)
        for line in log:
            event = json.loads(line)
            said = event["fields"].get("message")
            at = datetime.fromisoformat(event["timestamp"])
            if said == "heard" and event["fields"]["rooms"]:
                heard = at
            elif said == "handed over" and heard:
                found.append((at - heard).total_seconds())
                heard = None
    return found


async def measure(folder: Path, rounds: int, per_round: int, others: list[tuple[str, Path, dict]]) -> dict:
    """All bots at once on one Synapse, taking turns; `others` are further binaries or environments of Guichet."""
    synapse = Synapse(folder / "synapse")
    synapse.register(USER)
    houses = [("guichet", None, {}), *others]
    bots: list = []
    for name, binary, env in houses:
        more = {"binary": binary} if binary else {}
        bots.append(Guichet(name, folder / name, 61, synapse, env=env, **more).start())
    bots += [Echo(kind, folder, synapse) for kind in ("sdk", "nio")]
    figures = {bot.name: {"trips": [], "cpu": [], "inside": [], "loads": []} for bot in bots}
    user = User(synapse.url, folder / "user")
    try:
        await user.start()
        rooms = {bot.name: await user.dm(bot.bot) for bot in bots}
        await asyncio.sleep(3)
        for bot in bots:
            # Sessions are set up; the first question is answered like any other afterwards.
            for _ in range(5):
                await user.ask(rooms[bot.name], "solde" if isinstance(bot, Guichet) else "encore")
        for number in range(rounds):
            for bot in random.sample(bots, len(bots)):
                await asyncio.sleep(SETTLE)
                own, is_house = figures[bot.name], isinstance(bot, Guichet)
                before, start = bot.process.cpu(), bot.process.log.stat().st_size
                trips = [await user.ask(rooms[bot.name], "solde" if is_house else "encore") for _ in range(per_round)]
                await asyncio.sleep(SETTLE)
                own["trips"] += trips
                own["cpu"].append((bot.process.cpu() - before) / per_round)
                own["inside"] += inside(bot, start) if is_house else []
                own["loads"].append(load())
                print(
                    f"round {number + 1}  {bot.name:12} p50 {percentile(trips, .5) * 1e3:6.1f} ms"
                    f"  p95 {percentile(trips, .95) * 1e3:6.1f} ms  CPU {own['cpu'][-1] * 1e3:5.1f} ms/message"
                    f"  RSS {bot.process.resident():5.1f} MiB  load {load():.2f}", flush=True,
                )
        for bot in bots:
            figures[bot.name]["resident"] = bot.process.resident()
    finally:
        await user.stop()
        for bot in bots:
            bot.stop()
        synapse.process.stop()
    return figures
