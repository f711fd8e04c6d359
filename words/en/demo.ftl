# What the demo says in the terminal.

demo-progress = { $what }: { $seconds } s
demo-installing = Installing Synapse 1.163.2 from PyPI (the first time only)
demo-starting = Starting Synapse
demo-registering = Registering the Matrix accounts
demo-loading = Setting up the city
demo-connecting = Connecting the assistant
demo-stopping = Stopping Synapse
demo-welcome =
    Guichet is open. Ctrl-C closes it; everything is in the folder { $folder }.

    Matrix server     { $homeserver }
    Assistant         { $bot }
    Agents' space     { $space }
    Console           { $console }

    Everybody's password: { $password }
      amina.diallo     an agent
      claire.moreau    her supervisor
      karim.benali     IT support

demo-payslip-title = Payslip – { $month }
demo-payslip-employer = Employer
demo-payslip-agent = Agent
demo-payslip-number = Agent number
demo-payslip-paid-on = Paid on
demo-payslip-gross = Gross pay
demo-payslip-withheld = Contributions
demo-payslip-net = Net pay
demo-payslip-fiction = A fictional city with fictional people.
