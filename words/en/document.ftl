# Documents: certificates asked of human resources, and what arrives in "My documents".

document-offer = { $name }: { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}, by about { $due }
document-which = Which document do you need? The time is that of your department.
document-ask-purpose = What is it for?
document-ask-language = In which language?
document-ask-date = On which day does your contract end? Write for example "31 March".
document-confirm = Request for a document: { $name }. Time your department takes: { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}, by about { $due }. Nothing has been sent yet.
document-requested = Your request { $reference } is recorded: { $name }. Human resources have it; the document should be there on { $due }. You will be told here.
document-not-stored = Nothing was asked for.
document-for-purpose = For: { $purpose }
document-in-language = Language: { $language }
document-about-day = End of the contract: { $day }
document-lang-fr = French
document-lang-en = English
document-purpose-housing = housing
document-purpose-bank = bank
document-purpose-childcare = nursery or school
document-purpose-visa = visa or another country
document-purpose-retirement = pension
document-purpose-other = something else

document-list = Your requests for documents:
document-list-none = You have not asked for any document.
document-is-submitted = { $reference } ({ $name }): under way, expected on { $due }.
document-is-asked = { $reference } ({ $name }): you are asked a question: "{ $question }".
document-is-delivered = { $reference } ({ $name }): delivered on { $at }, in "My documents".
document-is-refused = { $reference } ({ $name }): refused on { $at }. Reason: { $why }
document-is-withdrawn = { $reference } ({ $name }): taken back on { $at }.
document-stage-submitted = under way
document-stage-asked = question asked
document-stage-delivered = delivered
document-stage-refused = refused
document-stage-withdrawn = taken back
document-late = The time announced is over: ask your HR officer, with the reference.

document-choice-new = Ask for a document
document-choice-withdraw = Take { $reference } back
document-choice-reply = Answer the question
document-choice-reply-to = Answer for { $reference }
document-choice-open = Open the document
document-choice-open-of = Open { $reference }
document-withdraw-sure = Take request { $reference } back? The document will not be made.
document-withdrawn = Request { $reference } ({ $name }) is taken back.
document-write-reply = Write your answer to the question about { $reference }, in one message.
document-send-reply = Send this answer to human resources, for { $reference }? "{ $text }"
document-replied = Your answer is passed on. Request { $reference } is under way again.
document-link = Your document: { $name }. The link is for you alone, works once, until { $hour }. It will ask you to sign in to your space.
document-open = Open the document

document-ready = A document is ready: request { $reference } ({ $name }). It is in "My documents".
document-ready-mail-subject = A document is ready
document-ready-mail-body =
    Hello { $name },

    The document that you asked for ({ $reference }) is ready. It waits for you in your space, under "My documents". Sign in as usual, without following a link.

    Guichet, { $city }
document-arrived = A document has arrived in "My documents": { $name }.
document-arrived-mail-subject = A document has arrived
document-arrived-mail-body =
    Hello { $name },

    A document has arrived in your space, under "My documents". Sign in as usual, without following a link.

    Guichet, { $city }
document-asked = Human resources have a question about your request { $reference } ({ $name }): "{ $question }"
document-asked-mail-subject = A question about your request { $reference }
document-asked-mail-body =
    Hello { $name },

    Human resources have a question about your request for a document { $reference }. It waits for you in your chat and in your space, under "My documents".

    Guichet, { $city }
document-refused = Your request { $reference } ({ $name }) is refused. Reason: { $why } You can ask again, or turn to your HR officer.
document-refused-mail-subject = Answer to your request { $reference }
document-refused-mail-body =
    Hello { $name },

    Your request for a document { $reference } has been answered. The answer waits for you in your chat and in your space, under "My documents".

    Guichet, { $city }

document-no-kind = That document can't be asked for here. Choose one from the list, or ask your HR officer.
document-missing-purpose = Say what the document is for. Nothing was asked for.
document-missing-language = Say in which language. Nothing was asked for.
document-missing-date = Say which date, with day, month and year. Nothing was asked for.
document-bad-day = { $day } is too far away to be the right date. Check the year. Nothing was asked for.
document-asked-already = You have asked for this document already, under the reference { $reference }. Nothing more was asked for.
document-not-open = There is no open request of this number. Write "my document requests" for the list.
document-nothing-asked = No question about this request waits for an answer.
document-no-words = Write a few words. Nothing was recorded.
document-not-pdf = The file is not a whole PDF. Save the document as a PDF and attach it again. Nothing was delivered.
document-too-large = The file is larger than { $size } MB. Make it smaller and attach it again. Nothing was delivered.
document-unknown = I do not have this document in your file.
document-dead-link = This link no longer works: it was used, it has expired, or it is not for you. Ask for another, or open "My documents".
document-help = "I need an employer certificate", "where is my certificate?": your HR documents
