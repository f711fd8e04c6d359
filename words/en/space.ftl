# The agent's own space on the web.

space-home-nav = Home
space-documents-nav = My documents
space-leave-nav = My leave
space-security-nav = Security

space-lead = With your { $intranet } account.

space-forgotten-title = Forgotten password
space-forgotten-lead = A link to choose a new password is sent to your professional address, and nowhere else.
space-forgotten-which = Which account is blocked?
space-forgotten-intraparis = { $intranet }
space-forgotten-intraparis-hint = The password asked for first, with your username.
space-forgotten-moncompteparisien = { $verifier }
space-forgotten-moncompteparisien-hint = The second password, which verifies who you are. Its circuit is separate: changing it does not change the other.
space-forgotten-who = Username or agent number
space-forgotten-email = Professional e-mail address
space-forgotten-email-hint = The one held by human resources
space-forgotten-button = Send me the link
space-forgotten-done-title = Request received
space-forgotten-done = If this matches an account, a link is on its way to the professional address of that account.
space-forgotten-done-sender = Sender of the message: { $from }
space-forgotten-done-valid = The link works once and stays valid for { $minutes } minutes.
space-forgotten-done-subject = Subject of the message: “{ $subject }”
space-forgotten-done-spam = If it does not arrive, look for this sender and subject in your spam folder before asking again: { $mails } messages leave an hour, and no more.
space-forgotten-done-limits = A new password neither unlocks an account nor reactivates a deactivated one.

space-reset-title = New { $account } password
space-reset-lead = This link changes the { $account } password only. All your other sessions will be closed.
space-reset-dead-title = This link no longer works
space-reset-dead = It has been used, it has expired, or a newer one has replaced it. Ask for another.
space-reset-again = Send me a new link
space-reset-done-title = { $account } password saved
space-reset-done = Your other sessions are closed. You can sign in with the new password.

space-create-title = Create my account
space-create-lead = A link to create the account and choose its password is sent to your professional address, never elsewhere. Each of the two accounts is created separately.
space-create-which = Which account do you want to create?
space-create-which-missing = Say which of the two accounts you want to create.
space-create-who = Agent number
space-create-button = Receive the link
space-create-done = If these details belong to an agent, a message leaves now for their professional address: the link, or what keeps the account from being created.
space-create-done-limits = No professional address yet, or no access to it? Your IT contact, or human resources if you have just arrived, gives you a temporary password in person.
space-created-title = Create your { $account } account
space-created-lead = Choose the password of your { $account } account. The account is created when you save it.
space-created-done-title = { $account } account created
space-created-done = You can sign in once both of your accounts are created.

space-forgotten-back = Back to sign-in
space-forgotten-which-missing = Say which of the two accounts is blocked.
space-forgotten-name-missing = Enter your username or agent number.
space-forgotten-email-missing = Enter your professional address.

space-home-title = Good day { $name }
space-home-accounts = Your two accounts
space-home-hint-intraparis = The first password, with your username.
space-home-hint-moncompteparisien = The second password, which verifies who you are.
space-home-ask = Send the request to support
space-home-tickets = Your requests to support
space-home-no-tickets = You have no request under way.
space-home-opened = of { $at }

space-leave-lead = Until a request is validated, the leave is not granted. To ask for leave, write to Guichet in your messaging app.
space-leave-balances = Balances
space-leave-why = Where these balances come from
space-leave-remind = Send a reminder about request no. { $number }
space-leave-requests = Requests
space-leave-none = You have made no request.
space-leave-withdraw = Withdraw request no. { $number }
space-leave-decisions = Requests of my team to decide
space-leave-submitted = Waiting
space-leave-validated = Validated
space-leave-refused = Refused
space-leave-withdrawn = Withdrawn
space-leave-lapsed = Not granted

space-decisions-title = Leave to decide
space-decisions-lead = The agent is told your decision at once. A refusal needs a reason.
space-decisions-reason = Reason for refusing
space-decisions-reason-hint = Not needed to validate; required to refuse.
space-decisions-validate = Validate request no. { $number }
space-decisions-fresh = Your latest decisions
space-decisions-undo = Undo the decision on request no. { $number }
space-decisions-delegate = Who decides in my place
space-decisions-delegate-lead = On these dates this person decides beside you. They never decide on their own leave.
space-decisions-delegate-who = Their username
space-decisions-delegate-first = First day
space-decisions-delegate-last = Last day
space-decisions-delegate-do = Hand my decisions over
space-decisions-delegate-end = End the delegation to { $name }
space-decisions-refuse = Refuse request no. { $number }

space-security-sessions = Open sessions
space-security-since = Opened on { $at }.
space-security-seen = Used on { $at }.
space-security-here = This session
space-security-close = Close
space-place-internal = Internal workstation
space-place-vpn = VPN
space-place-mobile_portal = Mobile portal
space-security-passwords = Your two passwords
space-security-password = Changing one of them closes all your other sessions.
space-security-chat = Messaging
space-security-chat-linked = Guichet answers you at this address, and no other:
space-security-chat-none = No messaging address is linked to your account.

space-password-title = Change the { $account } password
space-password-lead = Your other sessions will be closed.
space-password-old = Present { $account } password
space-password-old-wrong = The present password does not fit. Failures count as they do at sign-in.

space-documents-lead = Your payslips, as human resources have delivered them.
space-payslips = Payslips
space-payslips-none = No payslip has arrived in your file yet.
space-payslip-arrived = Arrived on { $at }
space-payslip-download = Download
space-payslip-size = (PDF, { $size } KB)
space-payslip-file = payslip-{ $month }
space-payslip-title = Payslip of { $month }
space-payslip-once = This link works once. The payslip stays in “My documents” afterwards.

space-applications-nav = My applications
space-applications-lead = You are here by this channel: { $channel }. What opens depends on the channel.
space-applications-channels = The three channels

space-chat-manage = Link or unlink
space-chat-lead = The assistant answers you in a chat when your address there is linked to your account.
space-chat-linked = Linked address
space-chat-since = Linked on { $at }.
space-chat-held = For safety, documents, profile and identity checks will be possible there from: { $until }.
space-chat-end = Unlink this address
space-chat-new = Link an address
space-chat-address = Chat address
space-chat-address-hint = One is written like this: @first.last:server. It replaces the linked address.
space-chat-address-missing = Give the chat address.
space-chat-start-button = Send a code to this address
space-chat-code-title = Enter the code
space-chat-code-sent = A code has been sent to { $address }, in a direct conversation with the assistant: accept it if it is new.
space-chat-code-until = It is good until { $until }, in this session only.
space-chat-code = Eight-digit code
space-chat-code-button = Link this address
space-security-factors = Two-factor sign-in
space-security-enrol = Add an app
space-security-recovery = New recovery codes
space-prove-title = Confirm that it is you
space-prove-lead = Before two-factor sign-in is touched, give your password again.
space-prove-code = Code of the app, or a recovery code
space-recovery-title = New recovery codes
space-recovery-lead = Ten new codes replace those before, which will be worth nothing. They will be shown only once.
space-recovery-button = Make the codes
space-security-activate-lead = You may ask that a second factor be asked everywhere. Your IT contact grants it.
space-security-activate = Ask for two-factor sign-in
space-prove-sms = A code by SMS is asked as well: it goes to { $number }.
space-prove-sms-send = Send me the code

space-help-nav = Help
space-help-lead = Short answers to the questions asked most. These pages do not ask you to sign in.
space-help-search = What is it about?
space-help-find = Search
space-help-none = No article is about "{ $words }". Here are all of them.
space-help-all = All articles
space-help-found = Articles found
