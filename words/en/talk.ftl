# The counter: welcome, help, what is not understood.

talk-yes = Yes
talk-no = No
talk-confirm = Do you confirm?
talk-more = To know more:
talk-open = Open
talk-quote = You wrote: "{ $text }".

talk-welcome = Hello { $name }. I am Guichet, the automatic assistant of { $city } for your access and your leave. I am not a person. Write "help" to see what I can do.
talk-welcome-stranger = Hello. I am Guichet, the automatic assistant of { $city }. I do not know who you are yet: link your chat address from your agent space, section "Security", or ask your IT contact.
talk-who-are-you = I cannot answer: I do not know who you are. Link your chat address from your agent space, section "Security", or ask your IT contact.
talk-greeting = Hello { $name }. What can I do for you? Write "help" for the list.
talk-help = This is what I can do, { $name }. Write as you speak:
talk-help-language = "en français": I answer in French
talk-not-understood = I did not understand. Write "help" to see what I can do.
talk-nothing-offered = This answers no question that is open. Write "help" to see what I can do.
talk-nothing-to-cancel = Nothing is under way: there is nothing to cancel.
talk-nothing-to-confirm = Nothing is waiting for your agreement at the moment.
talk-cancelled = Cancelled. Nothing was recorded.
talk-language-set = Noted: I answer in English.
talk-which-language = I speak French and English. Write "français" or "english".
talk-other-person = I give no information about another person. I can answer about your own file.
talk-injection = I cannot do that.
talk-telework = Telework is not leave: I do not record it. See your supervisor.
talk-strike = A strike is not leave: I record nothing about it. Your HR officer can answer you.
talk-elsewhere = This counter does not handle that. Write "help" to see what I can do.
talk-denied = You are not allowed to do that. If this is a mistake, contact { $desk }.

talk-not-here-company = I speak of your file only in a direct conversation between you and me. Somebody else is present or invited here: open a direct conversation with me.
talk-not-here-unencrypted = This conversation is not encrypted: I cannot speak of your file here. Open an encrypted direct conversation with me.
talk-not-here-open = Other people could read or enter this conversation: I cannot speak of your file here. Open an encrypted direct conversation with me.
talk-unencrypted = Your message came without encryption: I ignored it. Send it again from an application that encrypts messages.
talk-attachment = I do not read files, pictures or voice messages yet. Write to me in a few words.
talk-undecryptable = I could not decrypt one of your messages. Please send it again.
talk-late = Answer to your message of { $hour }:
talk-lapsed = You have not written for a while: the request under way is dropped, nothing was recorded. You can start again whenever you like.
talk-repeat = You wrote, { $hour }: "{ $text }". Should I do it now?
talk-incident = An error on our side prevents me from answering. Nothing was recorded. If you contact { $desk }, give the code { $incident }.

talk-secret = Your message contained { $kind }. Never send it here: I will never ask you for it. I have neither read nor kept it.
talk-secret-redacted = I removed it from the conversation. If it is a password, change it now.
talk-secret-delete-it = Delete this message from the conversation. If it is a password, change it now.
talk-secret-password = what looks like a password
talk-secret-code = what looks like an access code
talk-secret-token = what looks like an access token
talk-secret-private-key = what looks like a private key
talk-secret-iban = a bank account number
talk-secret-nir = a social security number

talk-key-changed = Your encryption identity has changed: I can no longer be sure that it is you, and the link with your agent account has ended. I no longer answer about your affairs here. Link this address again from your agent space, section “Security”. If you changed nothing, tell { $desk } at once.
talk-stranger-other-server = Your address belongs to another messaging server ({ $server }): I can’t link it to an agent of the { $city }. Write to me from the city’s messaging.
talk-stranger-look-alike = Your chat address holds a character that may pass for another: I can’t link it to anybody. Write to me from an ordinary address.
talk-tapped = A reaction is not enough for this. Write “yes” to do it.

# What the counter understands and does not do yet.
talk-not-yet-reminders = I cannot set reminders here yet. Nothing has changed.
talk-not-yet-tasks = I have no dashboard yet. "My requests" and "my requests to approve" show what is under way for leave.
talk-not-yet-person = I cannot put you through to a person yet. If you cannot sign in, write "why can’t I sign in": I can tell IT support. For the rest, please ask your HR officer.
talk-secret-iban-instead = To change your bank details, write "change my bank details": I give you the link to your space.
