"""The same bare echo with matrix-nio: HOMESERVER USER PASSWORD STORE."""

import asyncio
import os
import sys

from nio import AsyncClient, AsyncClientConfig, InviteMemberEvent, MatrixRoom, RoomMessageText


async def main(homeserver: str, user: str, password: str, store: str) -> None:
    os.makedirs(store, exist_ok=True)
    client = AsyncClient(homeserver, user, store_path=store, config=AsyncClientConfig(encryption_enabled=True))
    await client.login(password)

    async def enter(room: MatrixRoom, _event: InviteMemberEvent) -> None:
        await client.join(room.room_id)

    async def answer(room: MatrixRoom, event: RoomMessageText) -> None:
        if event.sender != client.user_id:
            content = {"msgtype": "m.text", "body": event.body}
            await client.room_send(room.room_id, "m.room.message", content, ignore_unverified_devices=True)

    client.add_event_callback(enter, InviteMemberEvent)
    client.add_event_callback(answer, RoomMessageText)
    await client.sync_forever(timeout=30000, full_state=True)


asyncio.run(main(*sys.argv[1:]))
