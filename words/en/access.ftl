# The conversation about access.

access-which = Which password is it? The two accounts are separate, each with its own password and its own link.
access-which-intraparis = { $intranet }: the password asked first, with your username
access-which-moncompteparisien = { $verifier }: the password asked second, to check that it is you
access-which-name = For a { $circuit } link, write your agent number or your username (first.last).
access-which-email = Now write your professional e-mail address.
access-link-sent = If these details belong to an account, a link for the { $circuit } password has just left for the professional address known to human resources, and nowhere else. It is good for { $minutes } minutes and works once. Sender: { $from }. If it does not arrive, look in the spam folder. This link lifts neither a lock nor a deactivation.
access-lock-sure = Lock both your accounts now? Your sessions will be ended, and only IT support will be able to unlock them.
access-help-diagnose = "why can't I sign in?": what blocks, and who can lift it
access-help-unlock = "unlock my account": a request to IT support
access-help-reset = "forgotten password": a link to your professional address
