# Chat addresses linked to agents.

people-linked = Hello { $name }. This conversation is linked to your agent account. From now on you can ask what stops you signing in, and manage your leave. Documents, profile and identity checks by phone will be possible here from: { $until }.
people-link-replaced = This conversation is no longer linked to your agent account: the address { $address } has replaced it. If this was not you, tell { $desk } at once.
people-unlinked = Done: this conversation is no longer linked to your agent account. To link it again, open your agent space, section “Security”.
people-unlinked-by-support = IT support has ended the link between this conversation and your agent account. To link it again, open your agent space, section “Security”.
people-key-changed = The address { $address }, linked to { $name }, shows another encryption identity. The link has ended. Check with the agent that it is really them.

people-no-reason = A reason is needed. Give it, then try again.
people-no-agent = There is no such agent.
people-not-linked = No chat address is linked.
people-already-linked = This address is linked to your account already.
people-address-taken = This address can’t be linked to your account. If it is yours, contact { $desk }.

people-mail-linked-subject = { $city }: a chat address is linked to your account
people-mail-linked-body =
    Hello { $name },

    The chat address { $address } has been linked to your agent account since { $at }. The assistant now answers this address as you.

    If this was not you, tell { $desk } at once.

    This message holds no link and asks for no password.
people-mail-unlinked-subject = { $city }: a chat address is no longer linked to your account
people-mail-unlinked-body =
    Hello { $name },

    The chat address { $address } has not been linked to your agent account since { $at }.

    If you did not ask for this, tell { $desk }.

    This message holds no link and asks for no password.
people-mail-key-changed-subject = { $city }: the link with your chat has ended
people-mail-key-changed-body =
    Hello { $name },

    The chat address { $address }, linked to your agent account, showed another encryption identity on { $at }. The assistant no longer answers it about your affairs.

    If you have reset your chat identity, link the address again from your agent space, section “Security”. If not, somebody may be using your chat: tell { $desk } at once.

    This message holds no link and asks for no password.

# What support does on a call, and for what it must be checked that it is the agent (CO6).

people-act-unlock = unlock the { $circuit } account
people-act-reactivate = reactivate the { $circuit } account
people-act-send-link = send a link for the { $circuit } password
people-act-new-password = have the { $circuit } password changed
people-act-temporary = hand over a temporary { $circuit } password
people-act-reset-factor = reset the second factor
people-act-change-number = change the professional mobile number
people-act-end-sessions = close all sessions
people-act-lift-restriction = lift the restriction of an application
people-act-grant-vpn = grant VPN access
people-act-link-chat = give a code that links a chat address
people-act-unlink-chat = end the link with the chat address

people-unproven = The agent’s identity must first be checked for this action: { $act }. Open “Check the caller”.
people-unproven-held = The identity was checked in person, but the profile is sensitive: this action waits until { $until } ({ $act }).
