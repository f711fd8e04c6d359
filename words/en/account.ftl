# The two accounts, how they stand, and what changes that.

account-circuit-intraparis = { $intranet }
account-circuit-moncompteparisien = { $verifier }

account-state-not-created = not created yet
account-state-awaiting-first-sign-in = waiting for the first sign-in
account-state-active = active
account-state-password-expired = password expired
account-state-locked-unknown-devices = locked for unknown devices
account-state-locked-everywhere = locked
account-state-locked-by-agent = locked by the agent
account-state-deactivated-inactivity = deactivated for inactivity
account-state-deactivated-change-of-assignment = deactivated after a change of assignment
account-state-deactivated-administrative = deactivated by administrative decision

account-why-inactivity = long inactivity
account-why-change-of-assignment = change of assignment
account-why-administrative = administrative decision

account-lifter-nobody = nobody
account-lifter-agent = yourself
account-lifter-it-contact = your IT contact
account-lifter-it-support = { $desk }
account-lifter-hr = human resources
account-lifter-it-admin-and-hr = an IT administrator and human resources, together

account-denied = You are not allowed to do this.
account-no-agent = There is no such agent.
account-no-reason = A reason is needed. Give one, then try again.
account-same-person = You have already agreed for the other department. Somebody else must agree for this one.
account-misfit-not-created = This account has not been created yet.
account-misfit-deactivated = This account is deactivated ({ $why }). It must first be reactivated by { $lifter }.
account-misfit-already-so = The account already stands so. Nothing was changed.
account-misfit-lifted-by = This deactivation is lifted by { $lifter }.

account-unlocked = Your { $circuit } account is unlocked. You can sign in.
account-reactivated = Your { $circuit } account is reactivated. You can sign in.
account-reactivated-awaiting = Your { $circuit } account is reactivated. At your first sign-in you will choose a personal password.
account-reactivated-still-locked = Your { $circuit } account is reactivated, but it is still locked. Please ask for it to be unlocked as well.
account-deactivated = Your { $circuit } account is deactivated: { $why }. It can be reactivated only by { $lifter }.
account-closes-request = This answers your request no. { $reference }.
account-locked-by-agent = Your accounts are locked and your sessions are closed. After checking with you, { $desk } can unlock them.
account-sessions-ended = IT support has closed all your { $circuit } sessions. Sign in again when you need to.

account-alert-unknown-devices = Your { $circuit } account is locked for unknown devices, after several failed sign-ins. Last attempt: { $at }, channel: { $channel }. Devices from which you have signed in before, if any, are not affected. For others, { $desk } must unlock the account; waiting does not help.{ $folded ->
    [0] {""}
    [one] {" "}One more alert is folded into this message.
   *[other] {" "}{ $folded } more alerts are folded into this message.
}
account-alert-everywhere = Your { $circuit } account is locked after several failed sign-ins. Last attempt: { $at }, channel: { $channel }. Your sessions are closed. Waiting does not help: only { $desk } can unlock it.{ $folded ->
    [0] {""}
    [one] {" "}One more alert is folded into this message.
   *[other] {" "}{ $folded } more alerts are folded into this message.
}
account-choice-not-me = This was not me
account-choice-request = Ask for it to be unlocked

account-alert-mail-unknown-devices-subject = { $city }: your { $circuit } account is locked for unknown devices
account-alert-mail-unknown-devices-body =
    Hello { $name },

    Your { $circuit } account is locked for unknown devices, after several failed sign-ins.
    Last attempt: { $at }, channel: { $channel }.

    Devices from which you have signed in before, if any, are not affected. For others, { $desk } must unlock the account; waiting does not help.

    If these attempts were not yours, answer “This was not me” to the assistant, or tell IT support.

    This message holds no link and asks for no password.
account-alert-mail-everywhere-subject = { $city }: your { $circuit } account is locked
account-alert-mail-everywhere-body =
    Hello { $name },

    Your { $circuit } account is locked after several failed sign-ins.
    Last attempt: { $at }, channel: { $channel }.

    Your sessions are closed. Only { $desk } can unlock the account; waiting does not help.

    If these attempts were not yours, answer “This was not me” to the assistant, or tell IT support.

    This message holds no link and asks for no password.

account-dormant = You have not signed in for a long time. Unless you sign in, what follows will be deactivated. Signing in once before that date is enough.
account-dormant-item = { $circuit } account: on { $on }.
account-dormant-mail-subject = { $city }: sign in to keep your access
account-dormant-mail-body =
    Hello { $name },

    You have not signed in for a long time. Unless you sign in, these accounts will be deactivated:
    { $accounts }

    Signing in once before that date is enough:
    { $space }

    After that date, { $desk } will have to reactivate your accounts.

account-deactivated-mail-subject = { $city }: your { $circuit } account is deactivated
account-deactivated-mail-body =
    Hello { $name },

    Your { $circuit } account is deactivated: { $why }.
    Only the following can reactivate it: { $lifter }. You can ask through the assistant.

account-barred-locked = Your account is locked. Here I can tell you what stands in the way, ask for it to be unlocked, and handle your leave. The rest comes back once { $desk } has unlocked the account.
account-barred-reported = You locked your account after a report. Here I can tell you what stands in the way and ask for it to be unlocked. The rest comes back after the check by { $desk }.
account-barred-deactivated = Your account is deactivated ({ $why }). Here I can tell you what stands in the way and ask for it to be reactivated. Who can decide: { $lifter }.
account-barred-left = This conversation is no longer linked to an agent account. I can’t answer about anybody’s affairs here any more.
account-barred-fresh = This conversation has just been linked to your account. For safety, documents, profile and identity checks will be possible here from: { $until }. Until then you find them in your agent space.
account-other-number = This is not this agent’s number. Nothing was done.

account-alert-unknown-devices-until = Your { $circuit } account is locked for unknown devices, after several failed sign-ins. Last attempt: { $at }, channel: { $channel }. Devices from which you have signed in before, if any, are not affected. Others can sign in again from: { $until }; { $desk } can unlock the account before.{ $folded ->
    [0] {""}
    [one] {" "}One more alert is folded into this message.
   *[other] {" "}{ $folded } more alerts are folded into this message.
}
account-alert-everywhere-until = Your { $circuit } account is locked after several failed sign-ins. Last attempt: { $at }, channel: { $channel }. Your sessions are closed. You can sign in again from: { $until }; { $desk } can unlock the account before.{ $folded ->
    [0] {""}
    [one] {" "}One more alert is folded into this message.
   *[other] {" "}{ $folded } more alerts are folded into this message.
}

account-alert-mail-unknown-devices-until-subject = { $city }: your { $circuit } account is locked for unknown devices
account-alert-mail-unknown-devices-until-body =
    Hello { $name },

    Your { $circuit } account is locked for unknown devices, after several failed sign-ins.
    Last attempt: { $at }, channel: { $channel }.

    Devices from which you have signed in before, if any, are not affected. Others can sign in again from: { $until }. Before that, { $desk } can unlock the account.

    If these attempts were not yours, answer “This was not me” to the assistant, or tell IT support.

    This message holds no link and asks for no password.
account-alert-mail-everywhere-until-subject = { $city }: your { $circuit } account is locked
account-alert-mail-everywhere-until-body =
    Hello { $name },

    Your { $circuit } account is locked after several failed sign-ins.
    Last attempt: { $at }, channel: { $channel }.

    Your sessions are closed. You can sign in again from: { $until }. Before that, { $desk } can unlock the account.

    If these attempts were not yours, answer “This was not me” to the assistant, or tell IT support.

    This message holds no link and asks for no password.

