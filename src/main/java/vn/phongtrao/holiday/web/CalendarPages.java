package vn.phongtrao.holiday.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.phongtrao.holiday.Years;
import vn.phongtrao.security.CurrentOfficer;

/** A year at a glance, where the province's clerk keeps it. */
@Controller
class CalendarPages {

    private static final int DAYS = 7;

    private final Years years;
    private final CurrentOfficer officer;
    private final Clock clock;

    CalendarPages(Years years, CurrentOfficer officer, Clock clock) {
        this.years = years;
        this.officer = officer;
        this.clock = clock;
    }

    /** A day in a month's table; {@code row} is null where the day is as the week has it. */
    record Day(LocalDate day, Years.Line row) {

        public boolean weekend() {
            return day.getDayOfWeek().getValue() > 5;
        }
    }

    /** Weeks from Monday to Sunday; days of other months are null. */
    record Month(YearMonth month, List<List<Day>> weeks) {
    }

    @GetMapping("/calendar")
    String year(@RequestParam(required = false) Integer year, Model model) {
        var shown = years.of(Objects.requireNonNullElseGet(year, () -> LocalDate.now(clock).getYear()));
        var rows = shown.rows().stream().collect(Collectors.toMap(Years.Line::day, Function.identity()));
        model.addAttribute("year", shown);
        model.addAttribute("months", IntStream.rangeClosed(1, 12)
                .mapToObj(month -> month(YearMonth.of(shown.year(), month), rows)).toList());
        model.addAttribute("history", years.history(shown.year()));
        model.addAttribute("keeps", years.keeps(officer.get()));
        model.addAttribute("today", LocalDate.now(clock));
        return "calendar/year";
    }

    private static Month month(YearMonth month, Map<LocalDate, Years.Line> rows) {
        var monday = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
        var weeks = monday.datesUntil(month.atEndOfMonth().plusDays(1), Period.ofWeeks(1))
                .map(first -> first.datesUntil(first.plusDays(DAYS)).map(day -> YearMonth.from(day).equals(month)
                        ? new Day(day, rows.get(day)) : null).toList()).toList();
        return new Month(month, weeks);
    }
}
