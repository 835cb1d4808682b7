package vn.phongtrao.report;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.sql.ResultSet;
import java.sql.SQLException;

import jakarta.validation.constraints.NotNull;

import vn.phongtrao.procedure.FieldsOf;

/** The figures of a commune, see {@link Measure}. What is not known yet is null; a report that is filled in has all. */
@FieldsOf("movement-report-fill-report")
record Figures(@NotNull(message = REQUIRED) Integer launchEvents, @NotNull(message = REQUIRED) Integer attendances,
               @NotNull(message = REQUIRED) Integer leaflets, @NotNull(message = REQUIRED) Integer personsPersuaded,
               @NotNull(message = REQUIRED) Integer personsEducated, @NotNull(message = REQUIRED) Integer regularPolice,
               @NotNull(message = REQUIRED) Integer massOrganisations,
               @NotNull(message = REQUIRED) Integer massOrganisationMembers,
               @NotNull(message = REQUIRED) Integer complexAreas, @NotNull(message = REQUIRED) Integer festivalEvents,
               @NotNull(message = REQUIRED) Integer crimeReports) {

    static final Figures NONE = of(measure -> null);

    /** Where a figure comes from. */
    interface Source<X extends Exception> {

        Integer of(Measure measure) throws X;
    }

    static <X extends Exception> Figures of(Source<X> source) throws X {
        return new Figures(source.of(Measure.LAUNCH_EVENTS), source.of(Measure.ATTENDANCES),
                source.of(Measure.LEAFLETS), source.of(Measure.PERSONS_PERSUADED),
                source.of(Measure.PERSONS_EDUCATED), source.of(Measure.REGULAR_POLICE),
                source.of(Measure.MASS_ORGANISATIONS), source.of(Measure.MASS_ORGANISATION_MEMBERS),
                source.of(Measure.COMPLEX_AREAS), source.of(Measure.FESTIVAL_EVENTS),
                source.of(Measure.CRIME_REPORTS));
    }

    /** Of a row whose columns are called as {@link Measure#column} says. */
    static Figures of(ResultSet row) throws SQLException {
        return Figures.<SQLException>of(measure -> row.getObject(measure.column(), Integer.class));
    }

    Integer get(Measure measure) {
        return switch (measure) {
            case LAUNCH_EVENTS -> launchEvents;
            case ATTENDANCES -> attendances;
            case LEAFLETS -> leaflets;
            case PERSONS_PERSUADED -> personsPersuaded;
            case PERSONS_EDUCATED -> personsEducated;
            case REGULAR_POLICE -> regularPolice;
            case MASS_ORGANISATIONS -> massOrganisations;
            case MASS_ORGANISATION_MEMBERS -> massOrganisationMembers;
            case COMPLEX_AREAS -> complexAreas;
            case FESTIVAL_EVENTS -> festivalEvents;
            case CRIME_REPORTS -> crimeReports;
        };
    }
}
