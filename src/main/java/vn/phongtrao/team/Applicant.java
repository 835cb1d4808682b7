package vn.phongtrao.team;

import java.time.LocalDate;

/**
 * Somebody who wishes to join a team, as far as the law asks (Luật 30/2023/QH15, Điều 13).
 *
 * @param education    {@code none}, {@code primary}, {@code lower-secondary} or {@code upper-secondary}
 * @param legalStatus  {@code none}, {@code prosecuted}, {@code serving}, {@code measure}, {@code cleared} or
 *                     {@code not-cleared}
 * @param transitional whether taken over from the forces before 1 July 2024 (Điều 15.3)
 */
record Applicant(String name, LocalDate birthDate, String education, int residenceMonths, String legalStatus,
                 boolean healthCertificate, boolean transitional) {

    /** The legal status of whom nothing is known against. */
    static final String CLEAR = "none";

    /** Whole years; somebody born on 29 February is a year older on 28 February of a common year. */
    int age(LocalDate on) {
        return lastBirthday(on).getYear() - birthDate.getYear();
    }

    /** Days since the last birthday; zero on the day itself. */
    int daysPastBirthday(LocalDate on) {
        return (int) (on.toEpochDay() - lastBirthday(on).toEpochDay());
    }

    private LocalDate lastBirthday(LocalDate on) {
        var thisYear = birthDate.plusYears(on.getYear() - birthDate.getYear());
        return thisYear.isAfter(on) ? birthDate.plusYears(on.getYear() - birthDate.getYear() - 1) : thisYear;
    }

    /** Nothing that a log must not hold. */
    @Override
    public String toString() {
        return "Applicant";
    }
}
