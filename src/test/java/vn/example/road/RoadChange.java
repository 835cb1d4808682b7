package vn.example.road;

import vn.phongtrao.procedure.FieldsOf;

/** What the proposing unit completes or supplements; null leaves what was there. */
@FieldsOf({"self-managed-road-complete-dossier", "self-managed-road-supplement"})
record RoadChange(String name, Integer length, Integer households, String reason) {
}
