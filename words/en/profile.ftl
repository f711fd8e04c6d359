# The agent's record: what they declare, what human resources validate.

profile-kind-address = home address
profile-stage-declared = proof missing
profile-stage-confirmed = waiting for HR
profile-stage-validated = validated
profile-stage-refused = refused
profile-stage-withdrawn = withdrawn
profile-plain = { $value }
profile-none = not known

profile-unknown = I cannot find this change in your file.
profile-open = A change is under way already ({ $kind }): human resources have not decided yet. To declare another, withdraw this one first.
profile-same = Your file says so already ({ $kind }): there is nothing to change.
profile-too-many = { $most ->
    [one] You have declared a change of this kind within the last 24 hours. Try again tomorrow, or ask your HR officer.
   *[other] You have declared { $most } changes of this kind within the last 24 hours. Try again tomorrow, or ask your HR officer.
  }
profile-not-open = This change is no longer waiting: it was dealt with or withdrawn in the meantime.
profile-no-reason = Give the reason of the refusal: the agent will read it.
profile-bad-street = Number and street are missing (100 characters at most).
profile-bad-postcode = The postcode has five digits, for example 75019. For an address abroad, ask your HR officer.
profile-bad-town = The town is missing (100 characters at most).

profile-to-decide = { $name } has declared a change ({ $kind }). It waits for your decision in the console.
profile-to-decide-open = Open the change
profile-validated = Validated by human resources ({ $kind }): { $value }.
profile-refused = Human resources refused your change ({ $kind }). Your file stays as it was. Reason: { $reason }

profile-show = Your file:
profile-show-number = Agent number: { $number }
profile-show-email = Professional e-mail address: { $email }
profile-show-mobile = Professional mobile: { $mobile }
profile-show-supervisor = Supervisor: { $name }
profile-show-officer = HR officer: { $name }
profile-show-detail = { $label }: { $value }
profile-show-open = Change under way ({ $kind }), declared on { $date }: { $value }. State: { $stage }.
profile-open-page = Open "My profile"
profile-choice-withdraw = Withdraw the change under way ({ $kind })
profile-withdrawn = Withdrawn ({ $kind }). Your file stays as it was.

profile-address-which = What is your new address? Write it in one go: number and street, postcode, town. For example: 12 rue des Lilas 75019 Paris
profile-address-rest = { $street }: which postcode, and which town?
profile-address-preview = Your new address, not recorded yet: { $new }
profile-address-before = Present address: { $old }
profile-address-first = No address is known here so far.
profile-choice-send = Send to human resources
profile-choice-drop = Drop it
profile-declared = Sent to human resources ({ $kind }): { $value }. The change counts once they have validated it; you will get their decision here.
profile-card-separate = A change of address does not renew the professional card: that is a separate request.
profile-choice-card = Ask for a new professional card
profile-card = A card that is lost, stolen, damaged or expired is replaced on request; human resources answer you here.
profile-phone = Your professional number on record: { $mobile }. It receives your sign-in codes: a new number is therefore registered by telephone, by IT support, who first check that it is you. Call { $desk }.
profile-help = "my profile", "I have moved", "change my bank details": your file and its changes

profile-kind-bank = bank details
profile-kind-family = family situation
profile-label-address = Home address
profile-label-bank = Bank account
profile-label-family = Latest family event declared
profile-bank-masked = IBAN { $country }, ending in { $last }
profile-family-birth = birth
profile-family-adoption = adoption
profile-family-marriage = marriage
profile-family-pacs = civil partnership
profile-family-divorce = divorce
profile-family-separation = separation
profile-family-death = death of the spouse
profile-family-value = { $event }, on { $date }
profile-again = I am waiting for your answer: send this to human resources?

profile-bank = Bank details are never given in a conversation. Enter the new IBAN and attach the proof of it in your space, which will ask for your password again.
profile-bank-effect = Validated by human resources before { $closes_on }, a change counts from the pay of { $month } on; otherwise from that of { $later }.
profile-bank-open = Change my bank details
profile-bank-bad = This IBAN is not possible: compare it with your bank’s paper, letter by letter.
profile-bank-declared = New bank details were declared for your pay on { $at }: { $value }. They wait for human resources. If this was not you, choose:
profile-bank-declared-mail-subject = { $city }: new bank details declared
profile-bank-declared-mail-body = Hello { $name },

    New bank details were declared for your pay on { $at }: { $value }.
    They wait for human resources to validate them.

    If this was not you, call { $desk } at once: nothing is changed yet.
profile-bank-declared-sms = { $city }: new bank details are declared for your pay. If this was not you, call { $desk }.
profile-bank-validated = Your new bank details are validated: { $value }. They count from the pay of { $month } on. If this was not you, choose:
profile-bank-validated-mail-subject = { $city }: new bank details validated
profile-bank-validated-mail-body = Hello { $name },

    Your new bank details were validated on { $at }: { $value }.
    They count from the pay of { $month } on.

    If this was not you, call { $desk } and your HR officer at once.
profile-bank-validated-sms = { $city }: your new bank details count from the pay of { $month } on. If this was not you, call { $desk }.
profile-reported = The agent has reported something suspicious, and request { $reference } is not answered yet. These details cannot be validated before.

profile-family-which = What happened?
profile-family-which-day = On which date? For example: 3 March 2026
profile-family-preview = To be declared, not recorded yet: { $value }
profile-family-proof = A proof will be needed, attached in your space: PDF, JPEG or PNG, { $most } MB at most.
profile-future = This date is to come: declare the event once it has happened.
profile-declared-unproven = Noted ({ $kind }): { $value }. The proof is missing: human resources decide only with it. Attach it in your space.
profile-proof-open = Attach the proof

profile-proof-empty = Attach a proof: this file is missing or empty.
profile-proof-too-large = This file is too large. Photograph or scan it in a lower quality.
profile-proof-format = This file is neither a PDF nor a JPEG or PNG picture. Save it in one of these formats.
profile-proof-name = The name of this file does not fit its content. Give it a plain one, for example bank.pdf or bank.jpg.
profile-proof-broken = This file is incomplete or damaged. Save it again, then try once more.
profile-proof-hidden = This file holds something else than a page or a picture (a program, a web page, an attachment). Print it as a PDF or photograph it.
profile-proof-encrypted = This PDF is protected by a password. Save a copy without protection.
profile-proof-pixels = This picture is oversized. Photograph or scan it in a lower resolution.
