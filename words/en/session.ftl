# Signing in, and what can refuse it.

session-denied = You are not allowed to do this.
session-not-recognised = The sign-in did not succeed. The username or password is not recognised, or the account is locked after several failures. The assistant can tell you what blocks it, and { $desk } can unlock an account.
session-busy = Many people are signing in right now. Try again in a few seconds; this attempt was not counted.
session-wrong-channel = The console opens only from the internal network or the VPN.
session-wrong-second = The { $verifier } password is not right. It is not the { $intranet } password. After several failures in a row your { $verifier } account is locked.
session-missing = Your password is right, but your { $circuit } account has not been created yet: it is missing for signing in. Create it on the page “Create my account”, with your agent number and professional address.
session-standing-until = Your password is right, but the { $circuit } account is { $state }, until { $until }. Sign in again after that; before it, who can act: { $lifter }.
session-standing = Your password is right, but the { $circuit } account is { $state }. Who can act: { $lifter }.
session-temporary-lapsed = Your temporary { $circuit } password is no longer valid. Ask { $desk } for another one, or for a “forgotten password” link.
session-not-staff = Your account has no role in the console. Please use the agents’ space.
session-wrong-code = This code is not right, or it has been used already. Wait for the next code, then try again.
session-wrong-sms = This code is not right, or it is no longer valid. Only the last code received for this sign-in counts.
session-lacks-either = Your password is right, but the mobile portal asks for a second factor and you have none: no usable professional mobile is registered, and no authenticator app is linked. Have your number registered by your HR officer or IT contact; or, from the internal network or the VPN, ask for two-factor sign-in under “Security” and add an app.
session-lacks-number = Your password is right, but your profile always asks for a code by SMS, and no usable professional mobile is registered for you. Have your number registered by your HR officer or IT contact, then sign in again.
session-lacks-app = Your password is right, but your profile also asks for an authenticator app, and you have none yet. Sign in once from the internal network or the VPN: it is offered there after the code by SMS. The mobile portal will then open.
session-already-enrolled = An authenticator app is already linked to your account. Who can replace it: { $desk }.
session-over = Your session is over. Please sign in again.
session-password-broken = This password will not do.
session-dead-link = This link is no longer valid: it was used, replaced, or has expired. Please ask for another one.

session-alarm = Failed sign-ins on at least { $names } different names come from the same address, { $origin }, within { $minutes } minutes. Please check where they come from.

session-link-malformed = This is not a chat address. One is written like this: @first.last:server.
session-link-look-alike = The address holds a character that may pass for another: “{ $odd }”. Such an address can’t be linked.
session-link-other-server = The address belongs to another server, { $server }. Only addresses of the city’s messaging can be linked.
session-link-too-many-codes = Too many codes were asked for. Try again in an hour.
session-link-no-code = No code is awaited here: it is no longer good, or the tries are used up. Ask for another one.
session-link-wrong-code = This is not the right code. Check it, then try again.
session-link-code = Code to link this address to the agent account of { $name }: { $code }
    Enter it on the page “Chat” of your agent space, and nowhere else. It is good until { $until }. If you did not ask for it, give it to nobody.
session-mail-link-code-subject = { $city }: your code to link your chat
session-mail-link-code-body =
    Hello { $name },

    Somebody, probably you, wants to link a chat address to your agent account. The code is:

    { $code }

    Write it in your conversation with the assistant, and nowhere else. It is good until { $until }.

    If you did not ask for it, give it to nobody: neither a colleague nor support. Without it nothing happens.
session-mail-link-issued-subject = { $city }: a code to link a chat was handed over
session-mail-link-issued-body =
    Hello { $name },

    A code to link a chat address to your agent account has just been handed over by IT support, who saw you in person.

    If that was not you, tell { $desk } at once.

    This message holds no link and asks for no password.
session-not-proved = Please give your password again first.
session-not-from-here = An authenticator app is added from the internal network or the VPN only.
session-not-granted = No app is foreseen for your profile. Ask for two-factor sign-in first; your IT contact grants it.
session-no-app = No authenticator app is linked to your account: there are no recovery codes.

session-caller-no-way = No code can go this way for this action: it takes a chat address or a number that is old enough and not what is being replaced. Otherwise the IT contact checks the identity in person.
session-caller-too-many-codes = Too many codes were asked for this agent. Try again in an hour.
session-caller-too-many-texts = Too many codes have gone to this agent by SMS since yesterday. Send one by chat, or have their identity checked in person.
session-caller-no-code = No code is awaited here: it is no longer good, the tries are used up, or the agent answered that they did not call. Ask for another one.
session-caller-wrong-code = This is not the right code. Have it read again, then try again.
session-caller-code = { $officer }, of IT support, asks to check that it is you who is calling. Action: { $act }. Request no. { $reference }.
    Only if *you* called, read them this code: { $code }
    It is good until { $until }. If you did not call, give it to nobody and choose:
session-caller-did-not-call = I did not call
session-caller-sms = Guichet: { $officer } asks for this code to { $act } (request { $reference }). Only if YOU called, read it to them: { $code }. Otherwise give it to nobody and tell { $desk }.
