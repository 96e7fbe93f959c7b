//! The colour tables: light and dark, and each once more with high contrast. The only place in the window
//! that names a colour.
//!
//! Every ink reads on every ground, whichever of them meet (4.5 for text, 3 for marks; 7 and 4.5 with high
//! contrast): the tests below measure all pairs. Hairlines and the outlines of what words name already are held
//! to that with high contrast only, and disabled controls never.

use eframe::egui::Color32;

/// One theme's colours, by what they are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tokens {
    /// Header, stepper, footer.
    pub bg_chrome: Color32,
    /// The page.
    pub bg: Color32,
    /// Cards, rows, inputs, secondary buttons.
    pub surface: Color32,
    /// Hover, neutral badge, segmented track, bar track, skeleton.
    pub raised: Color32,
    /// Select list, modal, toast, tooltip.
    pub popup: Color32,
    /// Preview pane, code, log, plots, diagrams.
    pub code_bg: Color32,
    /// Hairlines.
    pub border: Color32,
    /// Outline of secondary buttons and popups, the stepper spine.
    pub border_strong: Color32,
    /// Outline of inputs, checks and diagram boxes; what is unknown.
    pub border_control: Color32,
    /// Body text.
    pub text: Color32,
    /// Secondary text, quiet icons.
    pub text_muted: Color32,
    /// Disabled controls only, never reasons.
    pub text_disabled: Color32,
    /// Links, the current step, to create, focus, progress.
    pub accent: Color32,
    /// Primary button, checked box, switch.
    pub accent_fill: Color32,
    /// Primary button under the pointer.
    pub accent_hover: Color32,
    /// Text and marks on `accent_fill`.
    pub on_accent: Color32,
    /// Selected row, current step, to-create fill, marked lines.
    pub accent_soft: Color32,
    /// Outline of what is `accent_soft`.
    pub accent_border: Color32,
    /// Passed, done.
    pub ok: Color32,
    /// Fill of what passed.
    pub ok_soft: Color32,
    /// Outline of what passed.
    pub ok_border: Color32,
    /// Warning, stale.
    pub warn: Color32,
    /// Fill of a warning.
    pub warn_soft: Color32,
    /// Outline of a warning.
    pub warn_border: Color32,
    /// Failed, blocked, destroying.
    pub error: Color32,
    /// Fill of a failure.
    pub error_soft: Color32,
    /// Outline of a failure.
    pub error_border: Color32,
    /// Code: key, type.
    pub syn_key: Color32,
    /// Code: string.
    pub syn_string: Color32,
    /// Code: number.
    pub syn_number: Color32,
    /// Code: keyword, true, null.
    pub syn_keyword: Color32,
    /// Code: call, command.
    pub syn_func: Color32,
    /// Code: comment, punctuation, line number.
    pub syn_comment: Color32,
    /// Shadow of popups.
    pub shadow: Color32,
}

/// The light theme.
pub const LIGHT: Tokens = Tokens {
    bg_chrome: rgb(0xF2F3F6),
    bg: rgb(0xFBFBFD),
    surface: rgb(0xFFFFFF),
    raised: rgb(0xEDEFF3),
    popup: rgb(0xFFFFFF),
    code_bg: rgb(0xF6F7F9),
    border: rgb(0xE1E4EA),
    border_strong: rgb(0xC9CED8),
    border_control: rgb(0x757D8A),
    text: rgb(0x15171C),
    text_muted: rgb(0x565E6B),
    text_disabled: rgb(0x949CA8),
    accent: rgb(0x3A4BD8),
    accent_fill: rgb(0x3D50E2),
    accent_hover: rgb(0x3243C8),
    on_accent: rgb(0xFFFFFF),
    accent_soft: rgb(0xE3E8FF),
    accent_border: rgb(0xB5BFFA),
    ok: rgb(0x17764A),
    ok_soft: rgb(0xE5F5EC),
    ok_border: rgb(0xA6D9BD),
    warn: rgb(0x875600),
    warn_soft: rgb(0xFDF2D9),
    warn_border: rgb(0xE6C987),
    error: rgb(0xBF2C28),
    error_soft: rgb(0xFDEBE9),
    error_border: rgb(0xEFB2AD),
    syn_key: rgb(0x2F42B8),
    syn_string: rgb(0x7F5319),
    syn_number: rgb(0x96357A),
    syn_keyword: rgb(0x7834AE),
    syn_func: rgb(0x0D6A7E),
    syn_comment: rgb(0x5F6774),
    shadow: Color32::from_rgba_premultiplied(4, 5, 9, 56),
};

/// The dark theme.
pub const DARK: Tokens = Tokens {
    bg_chrome: rgb(0x0E1013),
    bg: rgb(0x15171B),
    surface: rgb(0x1B1E23),
    raised: rgb(0x252931),
    popup: rgb(0x22262D),
    code_bg: rgb(0x101216),
    border: rgb(0x2A2E36),
    border_strong: rgb(0x3C424D),
    border_control: rgb(0x6F7784),
    text: rgb(0xE9EBEF),
    text_muted: rgb(0xA1A8B4),
    text_disabled: rgb(0x6C7480),
    accent: rgb(0x94A5FF),
    accent_fill: rgb(0x4F63ED),
    accent_hover: rgb(0x5468EE),
    on_accent: rgb(0xFFFFFF),
    accent_soft: rgb(0x1E2440),
    accent_border: rgb(0x4D5BB0),
    ok: rgb(0x5FCB90),
    ok_soft: rgb(0x14281F),
    ok_border: rgb(0x2C5C43),
    warn: rgb(0xE8B75A),
    warn_soft: rgb(0x2B2313),
    warn_border: rgb(0x6B5525),
    error: rgb(0xFF8B82),
    error_soft: rgb(0x331A1A),
    error_border: rgb(0x7F3934),
    syn_key: rgb(0xA8B7FF),
    syn_string: rgb(0xD9BC92),
    syn_number: rgb(0xE5A5CE),
    syn_keyword: rgb(0xCBA2EE),
    syn_func: rgb(0x83CADB),
    syn_comment: rgb(0x8A92A0),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 160),
};

/// The light theme with high contrast.
pub const HIGH_LIGHT: Tokens = Tokens {
    bg: rgb(0xFFFFFF),
    border: rgb(0x757D8A),
    border_strong: rgb(0x4A515D),
    border_control: rgb(0x2A2E36),
    text: rgb(0x000000),
    text_muted: rgb(0x383E48),
    text_disabled: rgb(0x565E6B),
    accent: rgb(0x2230A8),
    accent_fill: rgb(0x2A3AC0),
    accent_hover: rgb(0x2230A8),
    accent_border: rgb(0x3A4BD8),
    ok: rgb(0x0D5533),
    ok_border: rgb(0x17764A),
    warn: rgb(0x5F3C00),
    warn_border: rgb(0x875600),
    error: rgb(0x8F1612),
    error_border: rgb(0xBF2C28),
    syn_key: rgb(0x22308F),
    syn_string: rgb(0x5A3A0E),
    syn_number: rgb(0x6E2459),
    syn_keyword: rgb(0x572285),
    syn_func: rgb(0x074B5A),
    syn_comment: rgb(0x3F4652),
    ..LIGHT
};

/// The dark theme with high contrast. What is filled is bright with dark words on it: a dark fill would not
/// stand out from a dark page.
pub const HIGH_DARK: Tokens = Tokens {
    bg_chrome: rgb(0x0A0B0D),
    bg: rgb(0x000000),
    surface: rgb(0x0E1013),
    raised: rgb(0x1B1E23),
    popup: rgb(0x14161A),
    code_bg: rgb(0x050607),
    border: rgb(0x6F7784),
    border_strong: rgb(0xA1A8B4),
    border_control: rgb(0xC9CED8),
    text: rgb(0xFFFFFF),
    text_muted: rgb(0xD3D8E0),
    text_disabled: rgb(0xA1A8B4),
    accent: rgb(0xB5C0FF),
    accent_fill: rgb(0xB5C0FF),
    accent_hover: rgb(0xCDD5FF),
    on_accent: rgb(0x000000),
    accent_border: rgb(0x94A5FF),
    ok: rgb(0x7FE3AC),
    ok_border: rgb(0x5FCB90),
    warn: rgb(0xF5CB78),
    warn_border: rgb(0xE8B75A),
    error: rgb(0xFFB3AC),
    error_border: rgb(0xFF8B82),
    syn_key: rgb(0xC3CEFF),
    syn_string: rgb(0xEBD3B0),
    syn_number: rgb(0xF3C3E2),
    syn_keyword: rgb(0xDFC2F8),
    syn_func: rgb(0xA5DDEA),
    syn_comment: rgb(0xC0C7D2),
    ..DARK
};

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: Color32) -> f32 {
        let linear = eframe::egui::Rgba::from(color);
        0.2126 * linear.r() + 0.7152 * linear.g() + 0.0722 * linear.b()
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn the_tables_are_told_apart_by_the_page() {
        assert!(LIGHT.bg != HIGH_LIGHT.bg && DARK.bg != HIGH_DARK.bg);
    }

    /// Everything that something is drawn on, by name.
    fn grounds(t: &Tokens) -> [(&'static str, Color32); 10] {
        [
            ("bg_chrome", t.bg_chrome),
            ("bg", t.bg),
            ("surface", t.surface),
            ("raised", t.raised),
            ("popup", t.popup),
            ("code_bg", t.code_bg),
            ("accent_soft", t.accent_soft),
            ("ok_soft", t.ok_soft),
            ("warn_soft", t.warn_soft),
            ("error_soft", t.error_soft),
        ]
    }

    /// Everything that words are written in.
    fn inks(t: &Tokens) -> [(&'static str, Color32); 12] {
        [
            ("text", t.text),
            ("text_muted", t.text_muted),
            ("accent", t.accent),
            ("ok", t.ok),
            ("warn", t.warn),
            ("error", t.error),
            ("syn_key", t.syn_key),
            ("syn_string", t.syn_string),
            ("syn_number", t.syn_number),
            ("syn_keyword", t.syn_keyword),
            ("syn_func", t.syn_func),
            ("syn_comment", t.syn_comment),
        ]
    }

    /// Shapes that are seen and not read. Inks serve as such too, and are stricter already.
    fn marks(t: &Tokens) -> [(&'static str, Color32); 2] {
        [("border_control", t.border_control), ("accent_fill", t.accent_fill)]
    }

    /// What reinforces words that stand beside it.
    fn outlines(t: &Tokens) -> [(&'static str, Color32); 6] {
        [
            ("border", t.border),
            ("border_strong", t.border_strong),
            ("accent_border", t.accent_border),
            ("ok_border", t.ok_border),
            ("warn_border", t.warn_border),
            ("error_border", t.error_border),
        ]
    }

    /// Words on what is filled with an ink.
    fn on_fills(t: &Tokens) -> [(&'static str, Color32, Color32); 4] {
        [
            ("on_accent on accent_fill", t.on_accent, t.accent_fill),
            ("on_accent on accent_hover", t.on_accent, t.accent_hover),
            ("bg on error", t.bg, t.error),
            ("bg_chrome on text", t.bg_chrome, t.text),
        ]
    }

    #[test]
    fn every_ink_reads_and_every_mark_shows_on_every_ground() {
        let mut faint = Vec::new();
        let mut measure = |pair: String, ratio: f32, least: f32| {
            if ratio < least {
                faint.push(format!("{pair} has {ratio:.2}, not {least}"));
            }
        };
        for (name, theme, text, shapes) in [
            ("light", &LIGHT, 4.5, 3.0),
            ("dark", &DARK, 4.5, 3.0),
            ("high light", &HIGH_LIGHT, 7.0, 4.5),
            ("high dark", &HIGH_DARK, 7.0, 4.5),
        ] {
            for (ground_name, ground) in grounds(theme) {
                for (ink, color) in inks(theme) {
                    measure(format!("{name}: {ink} on {ground_name}"), contrast(color, ground), text);
                }
                for (mark, color) in marks(theme) {
                    measure(format!("{name}: {mark} on {ground_name}"), contrast(color, ground), shapes);
                }
                for (outline, color) in outlines(theme).into_iter().filter(|_| text > 4.5) {
                    measure(format!("{name}: {outline} on {ground_name}"), contrast(color, ground), 3.0);
                }
            }
            for (pair, ink, fill) in on_fills(theme) {
                measure(format!("{name}: {pair}"), contrast(ink, fill), text);
            }
        }
        assert!(faint.is_empty(), "{faint:#?}");
    }
}
