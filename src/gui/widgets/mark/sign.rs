//! The state words: icon, word and colour that always go together.
//!
//! Never colour alone. A page that needs a state takes it from here, so that the same state has
//! the same face everywhere.

use eframe::egui::Color32;

use super::Tone;
use crate::gui::icon::Icon;
use crate::gui::theme::Tokens;
use crate::text::t;

/// A state that something can be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sign {
    /// The plan makes it.
    Create,
    /// The plan changes it.
    Change,
    /// It already is as the plan wants it.
    AlreadySo,
    /// The plan removes it.
    Remove,
    /// Checked and right.
    Passed,
    /// Checked; works, but.
    Warning,
    /// Checked and wrong.
    Error,
    /// Worth knowing.
    Note,
    /// Could not be read.
    Unknown,
    /// Under way.
    Running,
    /// Under way at AWS; we ask again.
    Waiting,
    /// Not done, and not needed.
    Skipped,
    /// Done.
    Done,
    /// Tried and not done.
    Failed,
    /// Not begun.
    ToDo,
    /// Put back by undo.
    Restored,
    /// Taken away by undo.
    Removed,
    /// Left as it is.
    Kept,
    /// Left behind by undo.
    StillThere,
    /// Out of reach from this machine, which is normal.
    NotFromHere,
}

impl Sign {
    /// The icon of this state.
    #[must_use]
    pub const fn icon(self) -> Icon {
        match self {
            Self::Create => Icon::Plus,
            Self::Change => Icon::Pencil,
            Self::AlreadySo | Self::Kept => Icon::Equal,
            Self::Remove | Self::Removed | Self::Skipped => Icon::Minus,
            Self::Passed => Icon::Check,
            Self::Warning | Self::StillThere => Icon::TriangleAlert,
            Self::Error | Self::Failed => Icon::CircleX,
            Self::Note => Icon::Info,
            Self::Unknown => Icon::CircleQuestionMark,
            Self::Running => Icon::LoaderCircle,
            Self::Waiting => Icon::Hourglass,
            Self::Done => Icon::CircleCheck,
            Self::ToDo => Icon::Circle,
            Self::Restored => Icon::Undo2,
            Self::NotFromHere => Icon::Unplug,
        }
    }

    /// The word of this state.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Create => t!("sign-create"),
            Self::Change => t!("sign-change"),
            Self::AlreadySo => t!("sign-already-so"),
            Self::Remove => t!("sign-remove"),
            Self::Passed => t!("sign-passed"),
            Self::Warning => t!("sign-warning"),
            Self::Error => t!("sign-error"),
            Self::Note => t!("sign-note"),
            Self::Unknown => t!("sign-unknown"),
            Self::Running => t!("sign-running"),
            Self::Waiting => t!("sign-waiting"),
            Self::Skipped => t!("sign-skipped"),
            Self::Done => t!("sign-done"),
            Self::Failed => t!("sign-failed"),
            Self::ToDo => t!("sign-to-do"),
            Self::Restored => t!("sign-restored"),
            Self::Removed => t!("sign-removed"),
            Self::Kept => t!("sign-kept"),
            Self::StillThere => t!("sign-still-there"),
            Self::NotFromHere => t!("sign-not-from-here"),
        }
    }

    /// How its badge is filled and outlined.
    #[must_use]
    pub const fn tone(self) -> Tone {
        match self {
            Self::Create => Tone::New,
            Self::Change => Tone::Changed,
            Self::Remove => Tone::Removed,
            Self::Passed | Self::Done => Tone::Ok,
            Self::Warning | Self::StillThere => Tone::Warn,
            Self::Error | Self::Failed => Tone::Error,
            Self::Unknown | Self::NotFromHere => Tone::Unknown,
            Self::Running | Self::Waiting => Tone::Running,
            Self::AlreadySo | Self::Note | Self::Skipped | Self::ToDo | Self::Restored | Self::Removed | Self::Kept => {
                Tone::Neutral
            }
        }
    }

    /// The colour of its icon outside a badge.
    #[must_use]
    pub const fn ink(self, colors: &Tokens) -> Color32 {
        match self {
            Self::ToDo => colors.border_control,
            _ => self.tone().ink(colors),
        }
    }
}
