package vn.example.road;

import vn.phongtrao.procedure.Fills;

/**
 * A proposal as forms, pages, papers and the register show it.
 *
 * @param length in metres
 */
@Fills("self-managed-road")
record RoadView(String name, int length, int households, String reason) {
}
