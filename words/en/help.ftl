# The help articles (words/en/help).

help-article = { $title }. { $lead }
help-step = { $text }
help-whole = Read the whole page
help-choice = Help: { $title }
help-help = "help" followed by a subject, for instance "help VPN" or "help phishing"
