# What the demo says in the terminal.

demo-progress = { $what }: { $seconds } s
demo-installing = Installing Synapse 1.163.2 from PyPI (the first time only)
demo-starting = Starting Synapse
demo-registering = Registering the Matrix accounts
demo-loading = Setting up the city
demo-building = Building the web client Hydrogen from npm (the first time only)
demo-no-client = none, the one in the terminal stands in ({ $why })
demo-connecting = Connecting the assistant
demo-stopping = Stopping Synapse
demo-welcome =
    Guichet is open. Ctrl-C closes it; everything is in the folder { $folder }.

    Agents' space       { $space }
    Console             { $console }
    Matrix server       { $homeserver }
    Assistant           { $bot }
    Web client          { $client }

    Everybody's password, everywhere: { $password }
      amina.diallo      an agent of the department of schools
      claire.moreau     her supervisor
      karim.benali      IT support
      salome.brun       a new agent: this password has to be replaced, and the second account created

    Three things to try:
    1. Ask for leave: in the web client, as amina.diallo, in a new encrypted room to which you invite { $bot };
       or in a terminal, { $program } chat --as amina.diallo{ $other }
       "balance", then "I would like next Monday off". In another terminal, --as claire.moreau validates it.
    2. Be locked out: in the space, amina.diallo and a wrong password three times.
       Then ask the assistant "why can't I sign in?"
    3. Unlock her: in the console, karim.benali; the assistant tells Amina at once.
       His code: { $program } code --as karim.benali{ $other }

demo-payslip-title = Payslip – { $month }
demo-payslip-employer = Employer
demo-payslip-agent = Agent
demo-payslip-number = Agent number
demo-payslip-paid-on = Paid on
demo-payslip-gross = Gross pay
demo-payslip-withheld = Contributions
demo-payslip-net = Net pay
demo-payslip-fiction = A fictional city with fictional people.
