package de.mobilermarktplatz.region;

import java.util.ArrayList;
import java.util.List;

/** Names on a map that cover neither each other nor the marks: who comes first gets the room. */
public final class MapLabels {

    private static final int HEIGHT = 18;
    private static final int PER_LETTER = 8;
    private static final int AWAY = 8;
    private static final int ABOVE = HEIGHT / 2;

    /**
     * A name.
     *
     * @param x left end of its base line
     * @param pointX the dot that it names
     */
    public record Label(int x, int y, String text, int pointX, int pointY) {}

    private record Box(int left, int top, int right, int bottom) {

        boolean covers(Box other) {
            return left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom;
        }

        boolean isInside(int width, int height) {
            return left >= 0 && top >= 0 && right <= width && bottom <= height;
        }
    }

    private final MapFrame frame;
    private final List<Box> taken = new ArrayList<>();
    private final List<Label> placed = new ArrayList<>();

    public MapLabels(MapFrame frame) {
        this.frame = frame;
    }

    /** Keeps names away from a mark. */
    public void keepFree(int x, int y, int around) {
        taken.add(new Box(x - around, y - around, x + around, y + around));
    }

    /** Places the name beside its dot, or nowhere. */
    public void place(Place village) {
        if (!frame.shows(village.centre())) {
            return;
        }
        int x = frame.x(village.centre());
        int y = frame.y(village.centre());
        int wide = village.name().length() * PER_LETTER;
        int[][] corners = {
            {x + AWAY, y - HEIGHT / 2},
            {x - AWAY - wide, y - HEIGHT / 2},
            {x - wide / 2, y - ABOVE - HEIGHT},
            {x - wide / 2, y + ABOVE}
        };
        for (int[] corner : corners) {
            Box box = new Box(corner[0], corner[1], corner[0] + wide, corner[1] + HEIGHT);
            if (box.isInside(MapFrame.WIDTH, frame.height())
                    && taken.stream().noneMatch(box::covers)) {
                taken.add(box);
                placed.add(new Label(box.left(), box.bottom() - AWAY / 2, village.name(), x, y));
                return;
            }
        }
    }

    public List<Label> placed() {
        return List.copyOf(placed);
    }
}
