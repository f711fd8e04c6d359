//! What a person may want of the bot.

/// Declares the intents with the names by which the rules, the corpus and the logs know them.
macro_rules! intents {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What a person wants.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Intent { $($(#[$doc])* $variant,)* }

        impl Intent {
            /// Every intent, in the order of declaration.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The stable name, as in `leave.request`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The intent of that name.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|intent| intent.name() == name)
            }
        }
    };
}

impl Intent {
    /// The name among the forty that the corpus knows: what is finer here is named by what it is a part of.
    pub fn corpus_name(self) -> &'static str {
        match self {
            Self::LeaveUndo => "leave.cancel",
            Self::Recap => "leave.status",
            Self::ChatLink | Self::ChatUnlink | Self::Unknown => "out_of_scope",
            Self::VpnRequest => "vpn.help",
            Self::Cancel | Self::Back => "dialog.deny",
            other => other.name(),
        }
    }
}

intents! {
    /// Ask for leave.
    LeaveRequest = "leave.request",
    /// How many days are left.
    LeaveBalance = "leave.balance",
    /// What became of a request.
    LeaveStatus = "leave.status",
    /// Take a request back.
    LeaveCancel = "leave.cancel",
    /// Validate somebody's request, or list those that wait.
    LeaveApprove = "leave.approve",
    /// Refuse somebody's request.
    LeaveRefuse = "leave.refuse",
    /// Take back what one decided.
    LeaveUndo = "leave.undo",
    /// Why can't I sign in?
    AccountDiagnose = "account.diagnose",
    /// My account is locked: unlock it.
    AccountUnlock = "account.unlock_request",
    /// My account is deactivated: reactivate it.
    AccountReactivate = "account.reactivate_request",
    /// Create one of the two accounts.
    AccountCreate = "account.first_login",
    /// A forgotten password.
    PasswordReset = "password.reset",
    /// Something suspicious: a link, a message, somebody in one's account.
    SecurityReport = "security.report",
    /// Link a chat address to one's account.
    ChatLink = "chat.link",
    /// End that link.
    ChatUnlink = "chat.unlink",
    /// Second factors: what is asked, or a code that does not come.
    FactorHelp = "mfa.help",
    /// Two-factor sign-in for oneself.
    FactorActivate = "mfa.enable_request",
    /// How do I get in, on which channels does it open?
    AccessChannels = "access.channels",
    /// May I open this application, why does it not open?
    AppAccess = "app.access_check",
    /// The VPN does not work.
    VpnHelp = "vpn.help",
    /// Give me the VPN.
    VpnRequest = "vpn.request",
    /// Is a payslip there yet?
    PayslipCheck = "payslip.check",
    /// Have a payslip.
    PayslipGet = "payslip.get",
    /// Change a request.
    LeaveModify = "leave.modify",
    /// Who of the team is away.
    TeamCalendar = "leave.team_calendar",
    /// What the rules of leave say.
    LeaveRules = "leave.rules",
    /// What the rules of passwords say.
    PasswordPolicy = "password.policy",
    /// Ask for a certificate or another paper.
    DocumentRequest = "document.request",
    /// What became of it.
    DocumentStatus = "document.status",
    /// What the house knows of me.
    ProfileShow = "profile.show",
    /// A new professional number.
    ProfilePhone = "profile.update_phone",
    /// A new address.
    ProfileAddress = "profile.update_address",
    /// New bank details.
    ProfileBank = "profile.update_bank",
    /// A change in the family.
    ProfileFamily = "profile.update_family",
    /// A professional card.
    CardRequest = "card.request",
    /// What the bot reminds of, when and where.
    RemindersSettings = "reminders.settings",
    /// What waits for me.
    DashboardTasks = "dashboard.tasks",
    /// What can the bot do?
    Help = "help",
    /// Greetings, thanks.
    Smalltalk = "smalltalk",
    /// Speak another language.
    LanguageSet = "language.set",
    /// Talk to a person.
    HumanHandover = "human.handover",
    /// Yes.
    Affirm = "dialog.affirm",
    /// No.
    Deny = "dialog.deny",
    /// Give up what is under way.
    Cancel = "dialog.cancel",
    /// One step back.
    Back = "dialog.back",
    /// What did I ask, where were we?
    Recap = "dialog.recap",
    /// Understood, and not for this bot: see the topic.
    OutOfScope = "out_of_scope",
    /// Not understood.
    Unknown = "unknown",
}
