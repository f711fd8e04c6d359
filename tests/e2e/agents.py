"""Agents with a Matrix client that is not ours: matrix-nio, encrypting, driven over standard input and output.

One JSON object a line comes in, {"id": 7, "as": "amina.diallo", "do": "say", …}; one line answers it,
{"id": 7, "ok": …} or {"id": 7, "error": "…"}. Commands run side by side. The end of the input ends the process.
"""

import asyncio
import json
import logging
import os
import sys
from contextlib import suppress
from urllib.parse import quote

from aiohttp import ClientError
from nio import (
    AsyncClient,
    AsyncClientConfig,
    Event,
    JoinError,
    LocalProtocolError,
    LoginResponse,
    MegolmEvent,
    ReactionEvent,
    RedactionEvent,
    RoomCreateResponse,
    RoomEncryptionEvent,
    RoomKeyEvent,
    RoomMessage,
    RoomPreset,
    RoomSendResponse,
)
from signedjson.key import encode_verify_key_base64, generate_signing_key, get_verify_key
from signedjson.sign import sign_json

logging.getLogger("nio").setLevel(logging.CRITICAL)
COMMANDS = {"dm", "join", "say", "say_locked", "unlock", "react", "send", "hear", "nth", "leave", "api", "redact",
            "logout", "cross_sign"}
MEGOLM = {"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}


class Lock:
    """A room key as it was before anything was said with it: nio would only share what comes after."""

    def __init__(self, session: object) -> None:
        self.session, self.session_key, self.message_index = session, session.session_key, 0
        self.shared, self.users_shared_with, self.users_ignored = False, set(), set()

    def __getattr__(self, name: str) -> object:
        return getattr(self.session, name)


class Agent:
    """One person at one device."""

    def __init__(self, homeserver: str, user: str, store: str) -> None:
        os.makedirs(store, exist_ok=True)
        config = AsyncClientConfig(encryption_enabled=True, store_sync_tokens=False)
        self.client = AsyncClient(homeserver, user, store_path=store, config=config)
        self.heard: dict[str, list[dict]] = {}
        self.locked: list[tuple[object, MegolmEvent]] = []
        self.locks: dict[str, Lock] = {}
        self.changed = asyncio.Condition()

    async def login(self, password: str) -> dict:
        self.password = password
        answer = await self.client.login(password, device_name="matrix-nio")
        if not isinstance(answer, LoginResponse):
            raise RuntimeError(str(answer))
        self.client.add_event_callback(self.on_event, (RoomMessage, ReactionEvent, RedactionEvent, MegolmEvent))
        self.client.add_event_callback(self.on_event, RoomEncryptionEvent)
        self.client.add_to_device_callback(self.on_key, RoomKeyEvent)
        self.client.add_response_callback(self.on_response)
        if self.client.should_upload_keys:
            await self.client.keys_upload()
        # What was said before this device existed is not for it to hear.
        await self.client.sync(timeout=0, full_state=True)
        self.heard.clear()
        self.locked.clear()
        self.loop = asyncio.create_task(self.sync())
        return {"user": answer.user_id, "device": answer.device_id}

    async def sync(self) -> None:
        while True:
            try:
                await self.client.sync_forever(timeout=30000)
            except (ClientError, asyncio.TimeoutError, LocalProtocolError):
                # The homeserver is away; the story that stopped it will start it again.
                await asyncio.sleep(0.1)

    async def on_response(self, _response: object) -> None:
        async with self.changed:
            self.changed.notify_all()

    async def on_event(self, room: object, event: Event) -> None:
        if isinstance(event, RoomEncryptionEvent):
            return
        if isinstance(event, MegolmEvent):
            self.locked.append((room, event))
        if event.sender != self.client.user_id:
            self.heard.setdefault(room.room_id, []).append(told(event))

    async def on_key(self, _event: RoomKeyEvent) -> None:
        """A key came after the message it opens."""
        for entry in list(self.locked):
            room, event = entry
            try:
                opened = self.client.decrypt_event(event)
            except Exception:  # noqa: BLE001: nio raises several, all meaning "not this key"
                continue
            self.locked.remove(entry)
            heard = self.heard.get(room.room_id, [])
            heard[:] = [told(opened) if item["event"] == event.event_id else item for item in heard]

    async def until(self, is_true) -> object:
        """Waits for what a sync brings; the starter's own deadline ends it."""
        async with self.changed:
            await self.changed.wait_for(lambda: is_true())
        return is_true()

    async def dm(self, peer: str, encrypted: bool = True) -> dict:
        room = await self.create(peer, encrypted)
        await self.until(lambda: self.joined(room, peer))
        return {"room": room}

    async def create(self, peer: str, encrypted: bool) -> str:
        # The homeserver encrypts a private chat whatever the client asks, but not a public one.
        answer = await self.client.room_create(
            invite=[peer],
            is_direct=True,
            preset=RoomPreset.trusted_private_chat if encrypted else RoomPreset.public_chat,
            initial_state=[MEGOLM] if encrypted else [],
        )
        if not isinstance(answer, RoomCreateResponse):
            raise RuntimeError(str(answer))
        return answer.room_id

    def joined(self, room: str, peer: str) -> bool:
        known = self.client.rooms.get(room)
        return bool(known and peer in known.users and peer not in known.invited_users)

    async def join(self, peer: str) -> dict:
        """Accepts the invitation of `peer`."""
        def invitation() -> str | None:
            return next((i for i, r in self.client.invited_rooms.items() if r.inviter == peer), None)

        room = await self.until(invitation)
        answer = await self.client.join(room)
        if isinstance(answer, JoinError):
            raise RuntimeError(str(answer))
        await self.until(lambda: room in self.client.rooms)
        return {"room": room}

    async def say(self, room: str, text: str) -> dict:
        return await self.send(room, "m.room.message", {"msgtype": "m.text", "body": text})

    async def react(self, room: str, event: str, key: str) -> dict:
        relation = {"rel_type": "m.annotation", "event_id": event, "key": key}
        return await self.send(room, "m.reaction", {"m.relates_to": relation})

    async def send(self, room: str, type: str, content: dict) -> dict:  # noqa: A002: Matrix's word
        if self.client.should_query_keys:
            await self.client.keys_query()
        try:
            answer = await self.client.room_send(room, type, content, ignore_unverified_devices=True)
        except KeyError:
            # nio drops the room's key when a member or device goes, even when it is just about to use it: nothing left.
            answer = await self.client.room_send(room, type, content, ignore_unverified_devices=True)
        if not isinstance(answer, RoomSendResponse):
            raise RuntimeError(str(answer))
        return {"event": answer.event_id}

    async def hear(self, room: str, kind: str = "message") -> dict:
        """The next thing of this kind that others do in the room; each is heard once, in order."""
        def first() -> dict | None:
            return next((item for item in self.heard.get(room, []) if item["kind"] == kind), None)

        item = await self.until(first)
        self.heard[room].remove(item)
        return item

    async def nth(self, room: str, n: int) -> dict:
        """What others did in the room after `n` other things: a message, once it can be read. It stays to be heard."""
        def there() -> dict | None:
            items = self.heard.get(room, [])
            return items[n] if len(items) > n and items[n]["kind"] == "message" else None

        return await self.until(there)

    async def say_locked(self, room: str, text: str) -> dict:
        """Says something with a key that nobody gets before `unlock`."""
        olm = self.client.olm
        self.client.invalidate_outbound_session(room)
        olm.create_outbound_group_session(room)
        session = olm.outbound_group_sessions[room]
        self.locks[room] = Lock(session)
        message = {"type": "m.room.message", "room_id": room, "content": {"msgtype": "m.text", "body": text}}
        session.shared = True
        sealed = olm.group_encrypt(room, message)
        self.client.invalidate_outbound_session(room)
        path = f"/_matrix/client/v3/rooms/{quote(room)}/send/m.room.encrypted/{session.id.replace('/', '_')}"
        return await self.api("PUT", path, sealed)

    async def unlock(self, room: str) -> dict:
        olm = self.client.olm
        olm.outbound_group_sessions[room] = self.locks.pop(room)
        if self.client.should_query_keys:
            await self.client.keys_query()
        if missing := self.client.get_missing_sessions(room):
            await self.client.keys_claim(missing)
        await self.client.share_group_session(room, ignore_unverified_devices=True)
        olm.outbound_group_sessions.pop(room, None)
        return {}

    async def leave(self, room: str) -> dict:
        await self.client.room_leave(room)
        return {}

    async def api(self, method: str, path: str, body: dict | None = None) -> dict:
        """Any other request of the client-server API: members, state, keys, redactions."""
        headers = {"Authorization": f"Bearer {self.client.access_token}"}
        data = None if body is None else json.dumps(body)
        async with await self.client.send(method, path, data, headers) as answer:
            return {"status": answer.status, "body": await answer.json()}

    async def cross_sign(self) -> dict:
        """Makes a cross-signing identity, in place of the one before if there was one. nio itself has no such thing."""
        user = self.client.user_id
        keys = {}
        for usage in ("master", "self_signing"):
            key = generate_signing_key(usage)
            public = encode_verify_key_base64(get_verify_key(key))
            key.version = public
            body = {"user_id": user, "usage": [usage], "keys": {f"ed25519:{public}": public}}
            keys[usage] = key, body
        (master, master_body), (_, signing_body) = keys["master"], keys["self_signing"]
        body = {"master_key": master_body, "self_signing_key": sign_json(signing_body, user, master)}
        path = "/_matrix/client/v3/keys/device_signing/upload"
        answer = await self.api("POST", path, body)
        if answer["status"] == 401:
            whose = {"type": "m.id.user", "user": user}
            auth = {"type": "m.login.password", "identifier": whose, "password": self.password}
            body["auth"] = auth | {"session": answer["body"]["session"]}
            answer = await self.api("POST", path, body)
        if answer["status"] != 200:
            raise RuntimeError(str(answer))
        return {}

    async def redact(self, room: str, event: str) -> dict:
        path = f"/_matrix/client/v3/rooms/{quote(room)}/redact/{quote(event)}/{quote(event)}"
        return await self.api("PUT", path, {})

    async def logout(self) -> dict:
        self.loop.cancel()
        await self.client.logout()
        await self.client.close()
        return {}


def told(event: Event) -> dict:
    """What a story may look at."""
    item = {"event": event.event_id, "sender": event.sender, "encrypted": event.decrypted}
    content = event.source.get("content", {})
    if isinstance(event, MegolmEvent):
        return item | {"kind": "undecryptable"}
    if isinstance(event, ReactionEvent):
        return item | {"kind": "reaction", "on": event.reacts_to, "key": event.key}
    if isinstance(event, RedactionEvent):
        return item | {"kind": "redaction", "on": event.redacts}
    html = content.get("formatted_body", "")
    return item | {"kind": "message", "text": content.get("body", ""), "html": html, "content": content}


class Driver:
    """Reads commands, runs each as a task, writes its answer."""

    def __init__(self) -> None:
        self.agents: dict[str, Agent] = {}

    async def run(self) -> None:
        reader = asyncio.StreamReader(limit=1 << 24)
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        tasks = set()
        while line := await reader.readline():
            task = asyncio.create_task(self.answer(json.loads(line)))
            tasks.add(task)
            task.add_done_callback(tasks.discard)
        for agent in self.agents.values():
            agent.loop.cancel()
            await agent.client.close()

    async def answer(self, command: dict) -> None:
        number = command.pop("id")
        within = command.pop("within", 30)
        try:
            answer = {"ok": await asyncio.wait_for(self.do(**command), within)}
        except asyncio.TimeoutError:
            answer = {"error": f"nothing within {within} s"}
        except Exception as error:  # noqa: BLE001: the story decides what an error means
            answer = {"error": f"{type(error).__name__}: {error}"}
        # Nobody may be left to hear how a last sign-out went.
        with suppress(BrokenPipeError):
            sys.stdout.write(json.dumps({"id": number} | answer) + "\n")
            sys.stdout.flush()

    async def do(self, do: str, **rest) -> dict:
        name = rest.pop("as")
        if do == "login":
            password = rest.pop("password")
            self.agents[name] = Agent(**rest)
            return await self.agents[name].login(password)
        if do not in COMMANDS:
            raise ValueError(f"no such command: {do}")
        return await getattr(self.agents[name], do)(**rest)


asyncio.run(Driver().run())
