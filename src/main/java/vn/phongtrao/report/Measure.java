package vn.phongtrao.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.language.Labels;

/** What communes report of the movement: whole numbers, of people only how many. */
enum Measure {
    LAUNCH_EVENTS("launchEvents", false, 10_000),
    ATTENDANCES("attendances", false, 10_000_000),
    LEAFLETS("leaflets", false, 10_000_000),
    PERSONS_PERSUADED("personsPersuaded", false, 1_000_000),
    PERSONS_EDUCATED("personsEducated", false, 100_000),
    REGULAR_POLICE("regularPolice", true, 1_000),
    MASS_ORGANISATIONS("massOrganisations", true, 10_000),
    MASS_ORGANISATION_MEMBERS("massOrganisationMembers", true, 1_000_000),
    COMPLEX_AREAS("complexAreas", true, 1_000),
    FESTIVAL_EVENTS("festivalEvents", false, 10_000),
    CRIME_REPORTS("crimeReports", false, 100_000);

    private final String id;
    private final boolean lasting;
    private final int most;

    Measure(String id, boolean lasting, int most) {
        this.id = id;
        this.lasting = lasting;
        this.most = most;
    }

    /** As the field of the form is called. */
    @JsonValue
    String id() {
        return id;
    }

    /** Of the table. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is what there is on the period's last day; all others happened in the period, and are added up. */
    boolean lasting() {
        return lasting;
    }

    /** The greatest number that a commune can mean; the form says the same. */
    int most() {
        return most;
    }

    /** What a form begins with where a register counts so many; null for more than a commune can mean. */
    Integer from(long counted) {
        return counted > most ? null : Math.toIntExact(counted);
    }

    String label() {
        return Labels.of("figure." + id);
    }

    static Optional<Measure> find(String id) {
        return Arrays.stream(values()).filter(measure -> measure.id.equals(id)).findFirst();
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    static Measure of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No such measure: " + id));
    }
}
