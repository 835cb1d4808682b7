package vn.phongtrao.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class PageClockTest {

    @Test
    void pagesOfASystemInRealTimeCarryNothing() {
        assertThat(PageClock.of(() -> Duration.ZERO)).isEmpty();
    }

    @Test
    void pagesOfASystemInAnotherTimeKnowHowFarItIs() {
        assertThat(PageClock.of(() -> Duration.ofDays(-2))).contains("date.now() + -172800000");
    }
}
