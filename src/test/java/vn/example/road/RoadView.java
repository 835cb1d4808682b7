package vn.example.road;

/**
 * A proposal as forms, pages, papers and the register show it.
 *
 * @param length in metres
 */
record RoadView(String name, int length, int households, String reason) {
}
