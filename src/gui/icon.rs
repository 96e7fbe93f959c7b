//! The icon font by name. Lucide's names, plus our proxy glyph.
//!
//! An icon never stands alone: it has a word beside it or an accessible name. The font itself is
//! made by `assets/fonts/build.sh`, which also writes the code points that the test compares.

/// One icon of the embedded font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Icon {
    /// `activity`
    Activity,
    /// `arrow-down-to-line`
    ArrowDownToLine,
    /// `arrow-left`
    ArrowLeft,
    /// `arrow-right`
    ArrowRight,
    /// `arrow-up-right`
    ArrowUpRight,
    /// `badge-check`
    BadgeCheck,
    /// `ban`
    Ban,
    /// `braces`
    Braces,
    /// `chart-line`
    ChartLine,
    /// `check`
    Check,
    /// `chevron-down`
    ChevronDown,
    /// `chevron-right`
    ChevronRight,
    /// `chevrons-up-down`
    ChevronsUpDown,
    /// `circle`
    Circle,
    /// `circle-check`
    CircleCheck,
    /// `circle-dot`
    CircleDot,
    /// `circle-question-mark`
    CircleQuestionMark,
    /// `circle-stop`
    CircleStop,
    /// `circle-user-round`
    CircleUserRound,
    /// `circle-x`
    CircleX,
    /// `clock`
    Clock,
    /// `coins`
    Coins,
    /// `copy`
    Copy,
    /// `corner-down-right`
    CornerDownRight,
    /// `database`
    Database,
    /// `download`
    Download,
    /// `equal`
    Equal,
    /// `eye`
    Eye,
    /// `eye-off`
    EyeOff,
    /// `file-code`
    FileCode,
    /// `file-diff`
    FileDiff,
    /// `file-json`
    FileJson,
    /// `file-text`
    FileText,
    /// `fingerprint`
    Fingerprint,
    /// `flask-conical`
    FlaskConical,
    /// `folder-open`
    FolderOpen,
    /// `git-branch`
    GitBranch,
    /// `globe`
    Globe,
    /// `history`
    History,
    /// `hourglass`
    Hourglass,
    /// `id-card`
    IdCard,
    /// `info`
    Info,
    /// `key-round`
    KeyRound,
    /// `keyboard`
    Keyboard,
    /// `languages`
    Languages,
    /// `laptop`
    Laptop,
    /// `list-checks`
    ListChecks,
    /// `loader-circle`
    LoaderCircle,
    /// `lock-keyhole`
    LockKeyhole,
    /// `minus`
    Minus,
    /// `network`
    Network,
    /// `package`
    Package,
    /// `pencil`
    Pencil,
    /// `play`
    Play,
    /// `plug`
    Plug,
    /// `plug-zap`
    PlugZap,
    /// `plus`
    Plus,
    /// `proxy`
    Proxy,
    /// `radio`
    Radio,
    /// `refresh-cw`
    RefreshCw,
    /// `route`
    Route,
    /// `save`
    Save,
    /// `search`
    Search,
    /// `settings-2`
    Settings2,
    /// `shield`
    Shield,
    /// `shield-check`
    ShieldCheck,
    /// `shield-plus`
    ShieldPlus,
    /// `sparkles`
    Sparkles,
    /// `square-function`
    SquareFunction,
    /// `stethoscope`
    Stethoscope,
    /// `sun-moon`
    SunMoon,
    /// `terminal`
    Terminal,
    /// `timer`
    Timer,
    /// `triangle-alert`
    TriangleAlert,
    /// `undo-2`
    Undo2,
    /// `unplug`
    Unplug,
    /// `wrap-text`
    WrapText,
    /// `x`
    X,
    /// `zap`
    Zap,
}

impl Icon {
    /// The character that draws this icon in the font family `icons`.
    #[must_use]
    pub const fn glyph(self) -> char {
        match self {
            Self::Activity => '\u{E038}',
            Self::ArrowDownToLine => '\u{E455}',
            Self::ArrowLeft => '\u{E048}',
            Self::ArrowRight => '\u{E049}',
            Self::ArrowUpRight => '\u{E04D}',
            Self::BadgeCheck => '\u{E241}',
            Self::Ban => '\u{E051}',
            Self::Braces => '\u{E36A}',
            Self::ChartLine => '\u{E2A5}',
            Self::Check => '\u{E06C}',
            Self::ChevronDown => '\u{E06D}',
            Self::ChevronRight => '\u{E06F}',
            Self::ChevronsUpDown => '\u{E211}',
            Self::Circle => '\u{E076}',
            Self::CircleCheck => '\u{E226}',
            Self::CircleDot => '\u{E345}',
            Self::CircleQuestionMark => '\u{E082}',
            Self::CircleStop => '\u{E083}',
            Self::CircleUserRound => '\u{E462}',
            Self::CircleX => '\u{E084}',
            Self::Clock => '\u{E087}',
            Self::Coins => '\u{E097}',
            Self::Copy => '\u{E09E}',
            Self::CornerDownRight => '\u{E0A2}',
            Self::Database => '\u{E0AD}',
            Self::Download => '\u{E0B2}',
            Self::Equal => '\u{E1BD}',
            Self::Eye => '\u{E0BA}',
            Self::EyeOff => '\u{E0BB}',
            Self::FileCode => '\u{E0C3}',
            Self::FileDiff => '\u{E317}',
            Self::FileJson => '\u{E36B}',
            Self::FileText => '\u{E0CC}',
            Self::Fingerprint => '\u{E2CB}',
            Self::FlaskConical => '\u{E0D5}',
            Self::FolderOpen => '\u{E247}',
            Self::GitBranch => '\u{E0E2}',
            Self::Globe => '\u{E0E8}',
            Self::History => '\u{E1F5}',
            Self::Hourglass => '\u{E296}',
            Self::IdCard => '\u{E617}',
            Self::Info => '\u{E0F9}',
            Self::KeyRound => '\u{E4A3}',
            Self::Keyboard => '\u{E284}',
            Self::Languages => '\u{E0FE}',
            Self::Laptop => '\u{E1CD}',
            Self::ListChecks => '\u{E1D0}',
            Self::LoaderCircle => '\u{E10A}',
            Self::LockKeyhole => '\u{E531}',
            Self::Minus => '\u{E11C}',
            Self::Network => '\u{E125}',
            Self::Package => '\u{E129}',
            Self::Pencil => '\u{E1F9}',
            Self::Play => '\u{E13C}',
            Self::Plug => '\u{E37F}',
            Self::PlugZap => '\u{E45C}',
            Self::Plus => '\u{E13D}',
            Self::Proxy => '\u{F000}',
            Self::Radio => '\u{E142}',
            Self::RefreshCw => '\u{E145}',
            Self::Route => '\u{E53E}',
            Self::Save => '\u{E14D}',
            Self::Search => '\u{E151}',
            Self::Settings2 => '\u{E245}',
            Self::Shield => '\u{E158}',
            Self::ShieldCheck => '\u{E1FF}',
            Self::ShieldPlus => '\u{E519}',
            Self::Sparkles => '\u{E412}',
            Self::SquareFunction => '\u{E22D}',
            Self::Stethoscope => '\u{E2F1}',
            Self::SunMoon => '\u{E2B2}',
            Self::Terminal => '\u{E181}',
            Self::Timer => '\u{E1E0}',
            Self::TriangleAlert => '\u{E193}',
            Self::Undo2 => '\u{E2A1}',
            Self::Unplug => '\u{E45D}',
            Self::WrapText => '\u{E248}',
            Self::X => '\u{E1B2}',
            Self::Zap => '\u{E1B4}',
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_code_point_is_the_one_in_the_font() {
        let table = include_str!("../../assets/fonts/icon_codes.txt");
        let source = include_str!("icon.rs");
        let arms = source.split("#[cfg(test)]").next().unwrap_or(source);
        let mut seen = 0;
        for line in table.lines() {
            let Some((name, code)) = line.split_once(' ') else {
                panic!("bad line in icon_codes.txt: {line}");
            };
            let variant: String = name.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect();
            let arm = format!("Self::{variant} => '\\u{{{code}}}'");
            assert!(arms.contains(&arm), "{name} is not {code} in icon.rs");
            seen += 1;
        }
        assert_eq!(seen, arms.matches("Self::").count(), "an icon has no glyph in the font");
    }
}
