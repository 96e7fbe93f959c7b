//! The charts of a load as a PNG, light, whatever the window looks like: painted by the window's own widgets and
//! filled in here, so that it needs no display and no second way of drawing.

use std::collections::HashMap;

use eframe::egui::epaint::{ClippedPrimitive, Mesh, Primitive, Vertex};
use eframe::egui::{
    CentralPanel, Color32, ColorImage, Context, Frame, ImageData, Margin, Pos2, RawInput, Rect, TextureId, Theme, pos2,
    vec2,
};

use crate::gui::rich::label;
use crate::gui::theme::{self, Font, tokens};
use crate::gui::widgets::Chart;

/// Points of the picture's width, and of a chart's height.
const WIDTH: f32 = 960.0;
const CHART: f32 = 240.0;
const GAP: f32 = 12.0;
const MARGIN: i8 = 20;
const HEAD: f32 = 36.0;
/// Pixels of a point.
const SHARP: f32 = 2.0;

/// The bytes of the file. `None` where the picture could not be encoded.
pub fn png(title: &str, charts: &[Chart]) -> Option<Vec<u8>> {
    let image = image(title, charts);
    let [width, height] = image.size;
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, u32::try_from(width).ok()?, u32::try_from(height).ok()?);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let pixels: Vec<u8> = image.pixels.iter().flat_map(Color32::to_array).collect();
    encoder.write_header().ok()?.write_image_data(&pixels).ok()?;
    Some(bytes)
}

fn image(title: &str, charts: &[Chart]) -> ColorImage {
    let context = Context::default();
    theme::apply(&context);
    theme::reduce_motion(&context, true);
    context.set_theme(Theme::Light);
    let count = f32::from(u8::try_from(charts.len()).unwrap_or(u8::MAX));
    let height = 2.0 * f32::from(MARGIN) + HEAD + count * (CHART + GAP);
    let screen = Rect::from_min_size(Pos2::ZERO, vec2(WIDTH, height));
    let mut textures = HashMap::new();
    let mut painted = Vec::new();
    // The first pass measures, and makes the letters.
    for _ in 0..2 {
        let mut input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
        if let Some(viewport) = input.viewports.get_mut(&input.viewport_id) {
            viewport.native_pixels_per_point = Some(SHARP);
        }
        let mut output = context.run_ui(input, |ui| {
            let colors = tokens(ui);
            let frame = Frame::NONE.fill(colors.raised).inner_margin(Margin::same(MARGIN));
            CentralPanel::default().frame(frame).show(ui, |ui| {
                label(ui, title, Font::Title, colors.text);
                ui.spacing_mut().item_spacing.y = GAP;
                for chart in charts {
                    chart.show(ui, CHART);
                }
            });
        });
        for (id, deltas) in std::mem::take(&mut output.textures_delta.set) {
            for delta in deltas {
                let ImageData::Color(image) = &delta.image;
                place(textures.entry(id).or_default(), image, delta.pos);
            }
        }
        output.textures_delta.free.clear();
        painted = context.tessellate(output.shapes, output.pixels_per_point);
    }
    let mut canvas = Canvas::new(WIDTH * SHARP, height * SHARP);
    for primitive in &painted {
        canvas.fill(primitive, &textures);
    }
    canvas.0
}

/// A texture, or a part of one that changed.
fn place(texture: &mut ColorImage, image: &ColorImage, at: Option<[usize; 2]>) {
    let Some([left, top]) = at else {
        texture.clone_from(image);
        return;
    };
    let (width, across) = (image.width().max(1), texture.width());
    for (row, pixels) in image.pixels.chunks(width).enumerate() {
        let from = (top + row) * across + left;
        if let Some(into) = texture.pixels.get_mut(from..from + width) {
            into.copy_from_slice(pixels);
        }
    }
}

struct Canvas(ColorImage);

impl Canvas {
    fn new(width: f32, height: f32) -> Self {
        Self(ColorImage::filled([pixel(width), pixel(height)], Color32::WHITE))
    }

    fn fill(&mut self, painted: &ClippedPrimitive, textures: &HashMap<TextureId, ColorImage>) {
        let Primitive::Mesh(mesh) = &painted.primitive else { return };
        let Some(texture) = textures.get(&mesh.texture_id) else { return };
        for corners in mesh.indices.chunks_exact(3) {
            if let Some(corners) = triangle(mesh, corners) {
                self.triangle(corners, painted.clip_rect, texture);
            }
        }
    }

    /// Each pixel whose middle is within: its colour and place in the texture mixed of those of the corners.
    fn triangle(&mut self, corners: [&Vertex; 3], clip: Rect, texture: &ColorImage) {
        let [a, b, c] = corners.map(|corner| pos2(corner.pos.x * SHARP, corner.pos.y * SHARP));
        let area = cross(a, b, c);
        if area == 0.0 {
            return;
        }
        let size = vec2(real(self.0.width()), real(self.0.height()));
        let clip = Rect::from_min_max((clip.min.to_vec2() * SHARP).to_pos2(), (clip.max.to_vec2() * SHARP).to_pos2());
        let bounds = Rect::from_points(&[a, b, c]).intersect(clip).intersect(Rect::from_min_size(Pos2::ZERO, size));
        // Most triangles are of one colour: it is mixed once.
        let is_plain = corners.array_windows().all(|[one, next]| one.color == next.color && one.uv == next.uv);
        let plain = is_plain.then(|| mixed(corners, [1.0, 0.0, 0.0], texture));
        for y in first(bounds.top())..first(bounds.bottom()) {
            let row = real(y) + 0.5;
            let Some((from, until)) = across([a, b, c], row) else { continue };
            let columns = first(from.max(bounds.left()))..first(until.min(bounds.right()));
            match plain {
                // A surface, row by row.
                Some([red, green, blue, 255.0]) => {
                    let colour = Color32::from_rgb(byte(red), byte(green), byte(blue));
                    let start = y * self.0.width();
                    if let Some(row) =
                        self.0.pixels.get_mut(start + columns.start..start + columns.end.max(columns.start))
                    {
                        row.fill(colour);
                    }
                }
                _ => {
                    for x in columns {
                        let middle = pos2(real(x) + 0.5, row);
                        let colour = plain.unwrap_or_else(|| {
                            let shares = [cross(b, c, middle), cross(c, a, middle), cross(a, b, middle)];
                            mixed(corners, shares.map(|part| part / area), texture)
                        });
                        self.blend(x, y, colour);
                    }
                }
            }
        }
    }

    fn blend(&mut self, x: usize, y: usize, [red, green, blue, alpha]: [f32; 4]) {
        let width = self.0.width();
        let Some(below) = self.0.pixels.get_mut(y * width + x) else { return };
        let mix = |over: f32, under: u8| byte(over + f32::from(under) * (1.0 - alpha / 255.0));
        *below = Color32::from_rgb(mix(red, below.r()), mix(green, below.g()), mix(blue, below.b()));
    }
}

/// The first pixel whose middle is not before an edge.
fn first(edge: f32) -> usize {
    pixel((edge - 0.5).ceil())
}

/// From where to where a triangle is met at this height. Of two that share an edge, one has its pixels.
fn across([a, b, c]: [Pos2; 3], y: f32) -> Option<(f32, f32)> {
    let meets = |from: Pos2, to: Pos2| {
        let is_met = (from.y <= y) != (to.y <= y);
        is_met.then(|| from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y))
    };
    let mut met = [meets(a, b), meets(b, c), meets(c, a)].into_iter().flatten();
    let (one, other) = (met.next()?, met.next()?);
    Some((one.min(other), one.max(other)))
}

fn triangle<'a>(mesh: &'a Mesh, corners: &[u32]) -> Option<[&'a Vertex; 3]> {
    let corner = |nth: usize| mesh.vertices.get(usize::try_from(*corners.get(nth)?).ok()?);
    Some([corner(0)?, corner(1)?, corner(2)?])
}

/// Premultiplied, as corners and textures are.
fn mixed(corners: [&Vertex; 3], shares: [f32; 3], texture: &ColorImage) -> [f32; 4] {
    let mut colour = [0.0; 4];
    let mut uv = vec2(0.0, 0.0);
    for (corner, share) in corners.into_iter().zip(shares) {
        uv += corner.uv.to_vec2() * share;
        for (sum, part) in colour.iter_mut().zip(corner.color.to_array()) {
            *sum += f32::from(part) * share;
        }
    }
    let (x, y) = (pixel(uv.x * real(texture.width())), pixel(uv.y * real(texture.height())));
    let texel = texture.pixels.get(y * texture.width() + x).copied().unwrap_or(Color32::TRANSPARENT);
    for (part, texel) in colour.iter_mut().zip(texel.to_array()) {
        *part *= f32::from(texel) / 255.0;
    }
    colour
}

fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand")]
fn real(pixels: usize) -> f32 {
    pixels as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few thousand, and not below zero")]
fn pixel(real: f32) -> usize {
    real.max(0.0) as usize
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
fn byte(value: f32) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edge_through_the_middle_of_a_pixel_takes_it_once() {
        assert_eq!([0.0, 0.5, 0.51, 10.5].map(first), [0, 0, 1, 10]);
        let corners = [pos2(0.0, 10.5), pos2(8.0, 10.5), pos2(0.0, 12.5)];
        assert_eq!(across(corners, 10.5), Some((0.0, 8.0)));
        let above = [pos2(0.0, 10.5), pos2(8.0, 10.5), pos2(0.0, 8.5)];
        assert_eq!(across(above, 10.5), None, "the triangle on the other side of the edge leaves it");
    }
}
