package vn.example.road;

import vn.phongtrao.procedure.RowOf;

/**
 * What a road must have to be recognised: a row of {@code self-managed-road-criteria}.
 *
 * @param length     metres, at least
 * @param households at least
 * @param legalBasis the paragraph it comes from
 */
@RowOf(value = "self-managed-road-criteria", single = true)
record Criteria(int length, int households, String legalBasis) {

    boolean metBy(Road road) {
        return road.length() >= length && road.households() >= households;
    }

    String inWords() {
        return "Tuyến đường phải dài ít nhất %d mét và có ít nhất %d hộ".formatted(length, households);
    }
}
