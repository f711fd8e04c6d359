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
profile-validated = Validated by human resources ({ $kind }): { $value }
profile-refused = Human resources refused your change ({ $kind }). Reason: { $reason } Your file stays as it was.

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
profile-address-again = I am waiting for your answer: send this address to human resources?
profile-declared = Sent to human resources ({ $kind }): { $value } The change counts once they have validated it; you will get their decision here.
profile-card-separate = A change of address does not renew the professional card: that is a separate request.
profile-choice-card = Ask for a new professional card
profile-card = A card that is lost, stolen, damaged or expired is replaced on request; human resources answer you here.
profile-phone = Your professional number on record: { $mobile }. It receives your sign-in codes: a new number is therefore registered by telephone, by IT support, who first check that it is you. Call { $desk }.
profile-help = "my profile", "I have moved": your file and its changes
