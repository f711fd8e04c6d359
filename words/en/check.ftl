# Answers of `guichet check`.

check-works = { $what }: in order
check-fails = { $what }: { $why }
check-database = Database
check-mail = Mail
check-sms = SMS
check-homeserver = Matrix server
