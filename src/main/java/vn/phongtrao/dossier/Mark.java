package vn.phongtrao.dossier;

import java.util.Comparator;

/**
 * When is reminded of a task: as soon as a share of its time is used, or so many working days past its last day.
 *
 * @param share    percent of the working days that the task has, 1 to 100; 100 is the last day
 * @param daysPast working days past it; 0 before
 */
record Mark(int share, int daysPast) implements Comparable<Mark> {

    private static final Comparator<Mark> IN_TIME = Comparator.comparingInt(Mark::share)
            .thenComparingInt(Mark::daysPast);

    boolean past() {
        return daysPast > 0;
    }

    @Override
    public int compareTo(Mark other) {
        return IN_TIME.compare(this, other);
    }
}
