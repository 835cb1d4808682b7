package vn.phongtrao.workflow;

import net.ttddyy.dsproxy.QueryCountHolder;

/** How many SQL statements this thread sends, those of the engine too. */
final class Statements {

    private Statements() {
    }

    /** @return the statements of this step, with what was read again in it because a minute was over */
    static long of(Runnable step) {
        QueryCountHolder.clear();
        step.run();
        return QueryCountHolder.getGrandTotal().getTotal();
    }

    /**
     * Rules, days off and deputies are kept for about a minute and read again by whoever comes next. Of two readings one right
     * after the other only one can be that one.
     * @param reading whatever changes nothing
     */
    static long leastOf(Runnable reading) {
        return Math.min(of(reading), of(reading));
    }
}
