package vn.example.road;

/** What the proposing unit completes or supplements; null leaves what was there. */
record RoadChange(String name, Integer length, Integer households, String reason) {
}
