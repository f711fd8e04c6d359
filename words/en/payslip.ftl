# Payslips.

payslip-arrived = Your payslip of { $month } has been there since { $date }.
payslip-open = Open the payslip
payslip-link = The link is for you alone, works once, until { $hour }. It will ask you to sign in to your space.
payslip-expected = Your payslip of { $month } has not arrived yet. That month is to be paid on { $date }; the payslip usually follows within a few days.
payslip-late = Your payslip of { $month } has not arrived, although the payment was due on { $date }. Ask your HR officer.
payslip-no-date = Your payslip of { $month } has not arrived, and I have no expected date for that month.
payslip-unknown = I do not have this payslip in your file.
payslip-dead-link = This link no longer works: it was used, it has expired, or it is not for you. Ask for another, or open "My documents".
payslip-help = "is my October payslip there?": your payslips
