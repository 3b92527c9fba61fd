package com.acme.sites;

import static java.lang.System.currentTimeMillis;
import static java.time.LocalTime.now;

import java.text.DateFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The ways source code has to call an API. */
final class Forms {
    private static final Dice DICE = new Dice();

    private Forms() {}

    static Map<String, Callable<Object>> all() {
        var forms = new LinkedHashMap<String, Callable<Object>>();
        forms.put("static import", () -> currentTimeMillis() + " " + now());
        forms.put("in a lambda", () -> {
            Supplier<Supplier<Instant>> outer = () -> () -> Instant.now();
            return outer.get().get();
        });
        forms.put("constructor references", () -> {
            Supplier<Date> date = Date::new;
            Supplier<Calendar> calendar = GregorianCalendar::new;
            Function<TimeZone, Calendar> inZone = GregorianCalendar::new;
            return date.get().getTime() + " " + calendar.get().getTimeInMillis() + " "
                    + inZone.apply(TimeZone.getTimeZone("UTC")).getTimeInMillis();
        });
        forms.put("constructed in an argument", () -> List.of(new Date().getTime(), twice(new GregorianCalendar())));
        forms.put(
                "subclasses that read in their constructors",
                () -> new Day().getTime() + " " + new Diary(new GregorianCalendar()).getTimeInMillis());
        forms.put(
                "a subclass of Random, shared and from before the run",
                () -> List.of(DICE.nextInt(6), DICE.roll(), DICE.ints(3).boxed().toList()));
        forms.put("a reference to an inherited method", () -> {
            Supplier<Integer> roll = DICE::nextInt;
            return roll.get();
        });
        forms.put(
                "draws in a stream",
                () -> Stream.generate(UUID::randomUUID).limit(3).toList());
        forms.put("shuffled", () -> {
            var list = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8));
            Collections.shuffle(list, DICE);
            Collections.shuffle(list);
            return list;
        });
        forms.put("a loop", () -> {
            var values = new ArrayList<Object>();
            for (int i = 0; i < 5; i++) {
                values.add(System.nanoTime());
                values.add(new Random().nextLong());
            }
            return values;
        });
        forms.put(
                "the default zone",
                () -> List.of(
                        TimeZone.getDefault().getID(),
                        ZoneId.systemDefault(),
                        Calendar.getInstance().getTimeZone().getID(),
                        new Date(0),
                        new SimpleDateFormat("HH:mm Z").format(new Date(0)),
                        LocalDateTime.ofInstant(Instant.EPOCH, ZoneId.systemDefault())));
        forms.put(
                "the default locale",
                () -> List.of(
                        Locale.getDefault(),
                        Locale.getDefault(Locale.Category.FORMAT),
                        String.format("%,.2f", 1234.5),
                        "TITLE".toLowerCase().length() + "i".toUpperCase(),
                        NumberFormat.getInstance().format(1234.5),
                        DateFormat.getDateInstance(DateFormat.LONG).format(new Date(0)),
                        DateTimeFormatter.ofPattern("EEEE").format(LocalDateTime.MIN.withYear(2000)),
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).format(LocalDateTime.MIN.withYear(2000)),
                        Calendar.getInstance().getFirstDayOfWeek()));
        return forms;
    }

    private static long twice(Calendar calendar) {
        return 2 * calendar.getTimeInMillis();
    }

    private static final class Day extends Date {
        private static final long serialVersionUID = 1L;
    }

    private static final class Diary extends GregorianCalendar {
        private static final long serialVersionUID = 1L;

        Diary(Calendar other) {
            super(other.getTimeZone(), Locale.ROOT);
        }
    }

    private static final class Dice extends Random {
        private static final long serialVersionUID = 1L;

        int roll() {
            return nextInt(6) + 1;
        }

        @Override
        public int nextInt(int bound) {
            return super.nextInt(bound);
        }
    }
}
