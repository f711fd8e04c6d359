# The console of support, human resources and auditors.

console-lead = For authorised staff. A one-time code is always asked.
console-search-nav = Search
console-queue-nav = Queue
console-log-nav = Log
console-outbox-nav = Mail of the demonstration

console-search-title = Find an agent
console-search-label = Name, username, number, address or telephone
console-search-hint = The beginnings of words are enough. A single match opens the agent's page at once.
console-search-button = Search
console-search-found = { $count ->
    [0] No match
    [one] { $count } agent
   *[other] { $count } agents
}
console-search-none = No agent you may see matches. Check the spelling, or search by number.
console-search-more = There are more: add a word or a letter.

console-age-minutes = { $count } min
console-age-hours = { $count } h
console-age-days = { $count } d
console-queue-lead = Open requests, oldest first. Green: under an hour. Orange: under four hours. Red: longer.
console-queue-none = No request is waiting.

console-agent-diagnosis = Diagnosis
console-agent-diagnosis-hint = As the agent reads it.
console-agent-fine = Nothing stands in the way of signing in.
console-agent-identity = Identity
console-agent-number = Number
console-agent-username = Username
console-agent-email = Address
console-agent-mobile = Mobile
console-agent-no-mobile = No number registered
console-agent-chat = Messaging
console-agent-no-chat = No address linked
console-agent-since = Since { $at }
console-agent-tickets = Requests
console-agent-no-tickets = No request.
console-agent-sessions = Open sessions
console-agent-no-sessions = No open session.
console-agent-timeline = Timeline
console-agent-no-timeline = Nothing has been recorded yet.

console-reason = Reason
console-reason-hint = Kept in the log with your name.
console-reason-missing = Give the reason.
console-reason-called = Agent called back on the known number
console-reason-seen = Agent seen at the desk
console-reason-ticket = Request received by Guichet
console-do-unlock = Unlock { $account }
console-do-reactivate = Reactivate { $account }
console-do-reset = Send a { $account } reset link
console-do-sessions = Close all sessions
console-do-refuse = Turn down request { $reference }
console-done-unlocked = The account is unlocked. The agent is told, and the matching requests are closed.
console-done-reactivated = The account is reactivated. The agent is told, and the matching requests are closed.
console-done-agreed = Your agreement is recorded. The account is reactivated once the other side has agreed too.
console-done-reset = A link is on its way to the agent's professional address. Nobody else receives it.
console-done-sessions = All sessions of the agent are closed.
console-done-refused = The request is turned down. The agent is told, with your reason.

console-log-lead = Decisions, views of personal data and refusals, newest first. Nothing in it can be changed.
console-log-at = Date
console-log-who = Who
console-log-what = Act
console-log-whom = Agent concerned
console-log-why = Reason
console-log-facts = Details
console-log-older = Older
console-actor-nobody = Somebody not identified
console-actor-person = Agent
console-actor-system = Guichet
console-actor-operator = Operator
console-door-chat = chat
console-door-space = staff space
console-door-console = console

console-outbox-lead = No message of the demonstration leaves this computer: here they are.
console-outbox-none = No message has left yet.
console-outbox-to = To

console-did-account-lock = Account locked
console-did-account-lock_self = Accounts locked by the agent
console-did-account-unlock = Account unlocked
console-did-account-deactivate = Account deactivated
console-did-account-reactivate = Account reactivated
console-did-account-agree_to_reactivate = Agreed to reactivate
console-did-account-end_sessions = All sessions closed
console-did-diagnosis-see = Diagnosis seen
console-did-factor-enrol = Authenticator app added
console-did-factor-provision = Authenticator app brought in
console-did-leave-entitle = Leave entitlement recorded
console-did-leave-look = Leave request seen
console-did-leave-waiting = Leave request seen by the supervisor
console-did-leave-request = Leave requested
console-did-leave-validate = Leave validated
console-did-leave-refuse = Leave refused
console-did-leave-withdraw = Leave request withdrawn
console-did-log-read = Log read
console-did-password-provision = First password recorded
console-did-password-set = Password chosen
console-did-password-start_reset = Reset link asked for
console-did-password-send_link = Reset link sent by support
console-did-people-grant = Role granted
console-did-people-import = Agent imported
console-did-people-link = Messaging address linked
console-did-people-look = Page seen
console-did-people-search = Agents searched
console-did-session-alarm = Alarm: many accounts aimed at
console-did-session-factor = Code refused
console-did-session-open = Signed in
console-did-session-revoke = Session closed
console-did-session-sign_in = Sign-in refused
console-did-session-sign_out = Signed out
console-did-ticket-open = Request opened
console-did-ticket-close = Request granted
console-did-ticket-refuse = Request turned down
console-did-ticket-not_me = “This was not me”

console-fact-circuit = Account:
console-fact-channel = Channel:
console-fact-origin = Origin:
console-fact-site = Site:
console-fact-factor = Second factor:
console-fact-because = Cause:
console-fact-reach = Reach:
console-fact-reference = Reference:
console-fact-kind = Subject:
console-fact-link = Link sent:
console-fact-found = Results:
console-fact-number = Number:
console-fact-temporary = Temporary:
console-fact-year = Year:
console-fact-role = Role:
console-fact-address = Address:
console-fact-proven_by = Proof:
console-fact-how = Way:
console-fact-deactivated_for = Deactivated for:

console-value-true = yes
console-value-false = no
console-value-wrong = wrong password
console-value-limit = limit of failures reached
console-value-unknown_devices = unknown devices
console-value-everywhere = everywhere
console-value-console = console
console-value-space = staff space
console-value-unlock = unlock
console-value-reactivation = reactivation
console-value-security = security
