//! The embedded fonts and the type sizes that are made of them.

use std::sync::Arc;

use eframe::egui::{self, Context, FontData, FontDefinitions, FontFamily, FontId, TextFormat, TextStyle};

use crate::text::{Language, spoken};

/// Name of the family that has the icons first, so that their own line metrics centre them.
pub const ICON_FAMILY: &str = "icons";
const SEMIBOLD_FAMILY: &str = "semibold";

/// One of the type sizes of the window: family, size and line height in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Font {
    /// Semibold 22 on 28, one per page.
    Title,
    /// Semibold 16 on 22: doors, detail panels, modals.
    Heading,
    /// Semibold 14 on 20: section titles, labels, the selected row, the primary button.
    Strong,
    /// Regular 14 on 20.
    Body,
    /// Regular 13 on 18, inside dense panels.
    Dense,
    /// Semibold 13 on 18, a head inside dense panels.
    DenseStrong,
    /// Regular 12 on 16: values, why-lines, notes.
    Small,
    /// Semibold 12 on 16: group heads, pills.
    SmallStrong,
    /// Mono 13 on 20: ids, ARNs, names from AWS, ports, durations, money.
    Mono,
    /// Mono 12 on 18: code and ids in dense places.
    Code,
    /// Mono 22 on 28: cost, minutes, tiles.
    Figure,
}

impl Font {
    /// Every size, for egui's table of styles.
    pub const ALL: [Self; 11] = [
        Self::Title,
        Self::Heading,
        Self::Strong,
        Self::Body,
        Self::Dense,
        Self::DenseStrong,
        Self::Small,
        Self::SmallStrong,
        Self::Mono,
        Self::Code,
        Self::Figure,
    ];

    const fn size(self) -> f32 {
        match self {
            Self::Title | Self::Figure => 22.0,
            Self::Heading => 16.0,
            Self::Strong | Self::Body => 14.0,
            Self::Dense | Self::DenseStrong | Self::Mono => 13.0,
            Self::Small | Self::SmallStrong | Self::Code => 12.0,
        }
    }

    /// Distance from one line to the next, in points.
    #[must_use]
    pub const fn line(self) -> f32 {
        match self {
            Self::Title | Self::Figure => 28.0,
            Self::Heading => 22.0,
            Self::Strong | Self::Body | Self::Mono => 20.0,
            Self::Dense | Self::DenseStrong | Self::Code => 18.0,
            Self::Small | Self::SmallStrong => 16.0,
        }
    }

    /// Family and size for egui.
    #[must_use]
    pub fn id(self) -> FontId {
        let family = match self {
            Self::Title | Self::Heading | Self::Strong | Self::DenseStrong | Self::SmallStrong => {
                FontFamily::Name(SEMIBOLD_FAMILY.into())
            }
            Self::Body | Self::Dense | Self::Small => FontFamily::Proportional,
            Self::Mono | Self::Code | Self::Figure => FontFamily::Monospace,
        };
        FontId::new(self.size(), family)
    }

    /// The egui style of this size, for widgets that take a style rather than a font.
    #[must_use]
    pub fn style(self) -> TextStyle {
        match self {
            Self::Heading => TextStyle::Heading,
            Self::Body => TextStyle::Body,
            Self::Small => TextStyle::Small,
            Self::Mono => TextStyle::Monospace,
            Self::Title => TextStyle::Name("title".into()),
            Self::Strong => TextStyle::Name("strong".into()),
            Self::Dense => TextStyle::Name("dense".into()),
            Self::DenseStrong => TextStyle::Name("dense strong".into()),
            Self::SmallStrong => TextStyle::Name("small strong".into()),
            Self::Code => TextStyle::Name("code".into()),
            Self::Figure => TextStyle::Name("figure".into()),
        }
    }

    /// The mono that sits well inside a sentence set in this font.
    #[must_use]
    pub const fn mono(self) -> Self {
        match self {
            Self::Title | Self::Heading | Self::Figure => Self::Figure,
            Self::Strong | Self::Body | Self::Mono => Self::Mono,
            Self::Dense | Self::DenseStrong | Self::Small | Self::SmallStrong | Self::Code => Self::Code,
        }
    }

    /// Format of one section of a layout job in this size.
    #[must_use]
    pub fn format(self, color: egui::Color32) -> TextFormat {
        TextFormat { font_id: self.id(), line_height: Some(self.line()), color, ..TextFormat::default() }
    }
}

/// Gives egui our fonts instead of its own. Fonts of the system stay the last resort, for names
/// and tags in scripts that we do not embed.
pub fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    let mut add = |name: &str, bytes: &'static [u8]| {
        fonts.font_data.insert(name.into(), Arc::new(FontData::from_static(bytes)));
    };
    add("inter", include_bytes!("../../../assets/fonts/Inter-Regular.otf"));
    add("inter semibold", include_bytes!("../../../assets/fonts/Inter-SemiBold.otf"));
    add("jetbrains mono", include_bytes!("../../../assets/fonts/JetBrainsMono-Regular.ttf"));
    add("lucide", include_bytes!("../../../assets/fonts/Icons.ttf"));
    add("japanese", include_bytes!("../../../assets/fonts/NotoSansJP-Regular.otf"));
    add("japanese bold", include_bytes!("../../../assets/fonts/NotoSansJP-Bold.otf"));
    add("korean", include_bytes!("../../../assets/fonts/NotoSansKR-Regular.otf"));
    add("korean bold", include_bytes!("../../../assets/fonts/NotoSansKR-Bold.otf"));
    // Both have the signs that they share, each in its own form.
    let east = |mut pair: [&'static str; 2]| {
        if spoken() == Language::Korean {
            pair.reverse();
        }
        pair
    };
    let (east, east_bold) = (east(["japanese", "korean"]), east(["japanese bold", "korean bold"]));

    // The icon font comes last where text is set: it must never win over a letter.
    for (family, west, east) in [
        (FontFamily::Proportional, ["inter", "jetbrains mono"].as_slice(), east.as_slice()),
        (FontFamily::Monospace, &["jetbrains mono", "inter"], &east),
        (FontFamily::Name(SEMIBOLD_FAMILY.into()), &["inter semibold", "jetbrains mono"], &east_bold),
        (FontFamily::Name(ICON_FAMILY.into()), &[], &[]),
    ] {
        let chain = west.iter().chain(east).chain(&["lucide"]);
        fonts.families.insert(family, chain.map(|&name| name.into()).collect());
    }
    ctx.set_fonts(fonts);
}
