# Requests that somebody must answer.

ticket-kind-unlock = unlock
ticket-kind-reactivation = reactivation
ticket-kind-security = security
ticket-kind-vpn = VPN access
ticket-kind-vpn-help = VPN failure
ticket-status-open = waiting
ticket-status-done = granted
ticket-status-refused = refused

ticket-opened = Your request no. { $reference } is registered: { $kind } of the { $circuit } account. You will get the answer here.
ticket-opened-plain = Your request no. { $reference } is registered: { $kind }. You will get the answer here.
ticket-not-open = This request is no longer waiting.
ticket-refused = Your request no. { $reference } ({ $kind }) is refused. Reason: { $why }
ticket-answered = Your request no. { $reference } ({ $kind }) has been handled. Answer: { $text }
ticket-lift-instead = This request is granted by the action that it asks for, not by an answer.
ticket-not-me = Noted. Your sessions are closed, your devices are forgotten, and request no. { $reference } is open with IT support. You can also lock your accounts right now.
ticket-choice-lock-self = Lock my accounts
ticket-kind-second-factor = two-factor sign-in
ticket-kind-factor-help = code not received
ticket-has-second-factor = Two-factor sign-in holds for this account already: there is nothing to ask for.
ticket-second-factor-granted = Two-factor sign-in is granted to you. A second factor will be asked at every sign-in, on every channel. From the internal network or the VPN, add an authenticator app under “Security”; otherwise a code is sent to you by SMS.
ticket-kind-call = call to support
ticket-cause-did-not-call = The agent answered that they had not called support.
ticket-did-not-call = Noted: you did not call. The check is void, nothing can be done with this code any more ({ $act }). Security request no. { $reference } is open. You can also lock your accounts right now.
ticket-did-not-call-late = Noted: you did not call. The action had been done already ({ $act }, by { $officer }). Security request no. { $reference } is open: it will be looked into. Lock your accounts right now if it was not your doing.
ticket-did-not-call-alarm = { $name } did not call support, while { $officer } was checking a call ({ $act }). Security request no. { $reference } is open.
ticket-caller-seen = { $officer } states that they saw you in person and checked your identity. Action: { $act }. Request no. { $reference }. A second person must still confirm. If it was not you, choose:
ticket-caller-seen-mail-subject = { $city }: your identity was checked in person
ticket-caller-seen-mail-body =
    Hello { $name },

    { $officer } states that they saw you in person and checked your identity.
    Action: { $act }. Request no. { $reference }.

    A second person must still confirm. If it was not you, answer “I did not call” to the assistant, or tell { $desk } at once.

    This message holds no link and asks for no password.
ticket-caller-seen-sms = Guichet: { $officer } states that they saw you in person to { $act } (request { $reference }). If it was not you, tell { $desk } at once.
ticket-caller-seconded = Your identity, checked in person by { $officer }, is confirmed by a second person. Action: { $act }. Request no. { $reference }. It is possible from { $from }. If it was not you, choose:
ticket-caller-seconded-mail-subject = { $city }: the check of your identity is confirmed
ticket-caller-seconded-mail-body =
    Hello { $name },

    Your identity, checked in person by { $officer }, is confirmed by a second person.
    Action: { $act }. Request no. { $reference }. It is possible from { $from }.

    If it was not you, answer “I did not call” to the assistant, or tell { $desk } at once.

    This message holds no link and asks for no password.
ticket-caller-seconded-sms = Guichet: your identity, checked in person, is confirmed to { $act } (request { $reference }), possible from { $from }. If it was not you, tell { $desk } at once.
ticket-cause-key-changed = The agent’s chat address has shown another encryption identity.
ticket-no-app = No authenticator app is linked to this account: there is nothing to reset. A number is changed.
ticket-bad-number = No code can be sent to this number: give a French mobile, for instance 06 12 34 56 78.
ticket-factor-reset = IT support has reset your second factor: your authenticator app and its recovery codes are worth nothing any more. Your sessions are closed. At your next sign-in from the internal network or the VPN you can link another one if your profile asks for it. If you asked for nothing, say so:
ticket-factor-reset-mail-subject = { $city }: your second factor was reset
ticket-factor-reset-mail-body =
    Hello { $name },

    IT support has reset your second factor on { $at }: your authenticator app and its recovery codes are worth nothing any more. Your sessions are closed.

    If you asked for nothing, answer “This was not me” to the assistant, or tell { $desk } at once.

    This message holds no link and asks for no password.
ticket-factor-reset-sms = Guichet: your second factor was reset by support. If you asked for nothing, tell { $desk } at once.
ticket-number-changed = IT support has changed your professional mobile number. Sign-in codes go there from now on; your sessions are closed. If you asked for nothing, say so:
ticket-number-changed-mail-subject = { $city }: your mobile number was changed
ticket-number-changed-mail-body =
    Hello { $name },

    IT support has changed your professional mobile number on { $at }. Sign-in codes go there from now on; your sessions are closed.

    If you asked for nothing, answer “This was not me” to the assistant, or tell { $desk } at once.

    This message holds no link and asks for no password.
ticket-number-changed-sms = Guichet: the professional mobile number of { $name } was changed. If you asked for nothing, tell { $desk } at once.
ticket-kind-card = professional card
