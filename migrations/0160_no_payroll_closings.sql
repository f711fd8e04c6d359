-- The payroll closes on the day that `profile.payroll_closing_day` names. Exceptions were read here and never written.

DROP TABLE payroll_closings;
