package de.mobilermarktplatz.planner.cli;

import de.mobilermarktplatz.planner.problem.Call;
import de.mobilermarktplatz.planner.problem.ColdClass;
import de.mobilermarktplatz.planner.problem.Goods;
import de.mobilermarktplatz.planner.problem.Load;
import de.mobilermarktplatz.planner.problem.Problem;
import de.mobilermarktplatz.planner.problem.Producer;
import de.mobilermarktplatz.planner.problem.Travel;
import de.mobilermarktplatz.planner.problem.Van;
import de.mobilermarktplatz.planner.problem.WorkRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Our own planning file; the format is described in the module's README. */
final class JsonProblem {
    private static final int LATE = Integer.MAX_VALUE / 4;

    private JsonProblem() {}

    static Problem read(String text) {
        var file = JsonObject.of("file", Json.read(text));
        file.allows(
                "seconds",
                "metres",
                "vans",
                "producers",
                "calls",
                "rules",
                "vansFirst",
                "lateStockCents");
        var problem = Problem.builder(Travel.of(file.matrix("seconds"), file.matrix("metres")));
        if (file.has("rules")) {
            problem.rules(rules(file.object("rules")));
        }
        problem.vansFirst(file.flag("vansFirst", true));
        problem.lateStockCents(file.number("lateStockCents", 500));
        file.objects("vans").forEach(van -> problem.add(van(van)));
        file.objects("producers").forEach(producer -> problem.add(producer(producer)));
        file.objects("calls").forEach(call -> problem.add(call(call)));
        return problem.build();
    }

    private static WorkRules rules(JsonObject rules) {
        rules.allows("maxShiftSeconds", "breakAfterSeconds", "breakSeconds");
        return new WorkRules(
                rules.number("maxShiftSeconds", 0),
                rules.number("breakAfterSeconds", 0),
                rules.number("breakSeconds", 0));
    }

    private static Van van(JsonObject van) {
        van.allows(
                "id",
                "start",
                "end",
                "from",
                "to",
                "capacity",
                "centsPerKm",
                "centsPerMinute",
                "centsPerDay",
                "stock");
        return new Van(
                van.text("id"),
                van.number("start"),
                van.number("end", van.number("start")),
                van.number("from", 0),
                van.number("to", 86_400),
                loads(van.object("capacity")).stream().reduce(Load.NONE, Load::plus),
                van.number("centsPerKm", 1),
                van.number("centsPerMinute", 0),
                van.number("centsPerDay", 0),
                goods(van.objects("stock")));
    }

    private static Producer producer(JsonObject producer) {
        producer.allows("id", "place", "from", "to", "fixedSeconds", "secondsPerCrate");
        return new Producer(
                producer.text("id"),
                producer.number("place"),
                producer.number("from", 0),
                producer.number("to", LATE),
                producer.number("fixedSeconds", 0),
                producer.number("secondsPerCrate", 0));
    }

    private static Call call(JsonObject call) {
        call.allows(
                "id", "place", "from", "to", "dwellSeconds", "value", "dropCents", "van", "goods");
        return new Call(
                call.text("id"),
                call.number("place"),
                call.number("from", 0),
                call.number("to", LATE),
                call.number("dwellSeconds", 0),
                goods(call.objects("goods")),
                call.number("value", 1),
                call.has("dropCents"),
                call.number("dropCents", 0),
                call.text("van", ""));
    }

    private static List<Goods> goods(List<JsonObject> list) {
        var goods = new ArrayList<Goods>();
        for (JsonObject item : list) {
            String source = item.text("source", Goods.DEPOT);
            loads(item).forEach(load -> goods.add(new Goods(source, load)));
        }
        return goods;
    }

    private static List<Load> loads(JsonObject item) {
        item.allows("source", "ambient", "chilled", "frozen");
        var loads = new ArrayList<Load>();
        for (ColdClass coldClass : ColdClass.values()) {
            String name = coldClass.name().toLowerCase(Locale.ROOT);
            if (item.has(name)) {
                int[] measures = item.numbers(name);
                if (measures.length != 3) {
                    throw new IllegalArgumentException(
                            "%s.%s is [millilitres, grams, crates]".formatted(item.where(), name));
                }
                loads.add(Load.of(coldClass, measures[0], measures[1], measures[2]));
            }
        }
        return loads;
    }
}
