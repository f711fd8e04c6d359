# The conversation about access.

access-which = Which password is it? The two accounts are separate, each with its own password and its own link.
access-which-intraparis = { $intranet }: the password asked first, with your username
access-which-moncompteparisien = { $verifier }: the password asked second, to check that it is you
access-which-name = For a { $circuit } link, write your agent number or your username (first.last).
access-which-email = Now write your professional e-mail address.
access-link-sent = If these details belong to an account, a link for the { $circuit } password has just left for the professional address known to human resources, and nowhere else. It is good for { $minutes } minutes and works once. Sender: { $from }. Subject: “{ $subject }”. If it does not arrive, look in the spam folder before you ask again: { $mails } messages leave an hour, and no more. This link lifts neither a lock nor a deactivation.
access-creation-sent = If these details belong to an agent, a message has just left for the professional address known to human resources, and nowhere else: the link to create the { $circuit } account, or what keeps it from being created. The link is good for { $minutes } minutes and works once. Sender: { $from }. Subject: “{ $subject }”. If it does not arrive, look in the spam folder before you ask again: { $mails } messages leave an hour, and no more.
access-create-which = Which account do you want to create? The two accounts are separate, each with its own password and its own link.
access-create-name = To create the { $circuit } account, write your agent number.
access-lock-sure = Lock both your accounts now? Your sessions will be ended, and only IT support will be able to unlock them.
access-help-diagnose = "why can't I sign in?": what blocks, and who can lift it
access-help-unlock = "unlock my account": a request to IT support
access-help-create = "create my account": a link to your professional address
access-help-reset = "forgotten password": a link to your professional address
access-help-report = “I clicked on a suspicious link”: a report to IT support, your sessions closed at once
access-unlink-sure = End the link between this conversation and your agent account? I will no longer be able to tell you anything about your affairs here.
access-link-in-space = To link another chat address, open your agent space, section “Security”: it asks for your password. To unlink this conversation, write “unlink”.
access-link-how = I don’t know who you are yet. If you can sign in to your agent space, link this address in the section “Security”. If not, your IT contact can give you a code after seeing you: write it here, and nothing else. I can also send one to your professional address.
access-link-by-mail = Get a code by e-mail
access-link-name = Write your agent number or your username (first.last).
access-link-code-sent = If these belong to an agent, a code has just left for the professional address that HR holds, and for nowhere else. It is good for { $minutes } minutes, once. Sender: { $from }. Write it here, and nothing else. If it does not come, look in the spam folder.
access-link-code-wrong = This code does not fit: it is wrong, was used before, is no longer good, or the tries of the day are used up. Ask your IT contact for another one, or write “link me” to get one by e-mail.
