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
