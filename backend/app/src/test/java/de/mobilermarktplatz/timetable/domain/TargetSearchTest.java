package de.mobilermarktplatz.timetable.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.StopId;
import de.mobilermarktplatz.region.Place;
import de.mobilermarktplatz.timetable.Stop;
import de.mobilermarktplatz.timetable.Target;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetSearchTest {

    private static final GeoPoint HERE = new GeoPoint(51_800_000, 11_700_000);

    private static final List<Place> PLACES =
            List.of(
                    place("Güsten", "39439"),
                    place("Gröna", "06408"),
                    place("Groß Börnecke", "39435"),
                    place("Groß Rosenburg", "39240"),
                    place("Löbnitz", "39443"),
                    place("Löderburg", "39446"),
                    place("Plötzkau", "06425"),
                    place("Neugattersleben", "06429"));

    private static final List<Stop> STOPS =
            List.of(
                    stop("1", "Bürgerhaus", "Güsten"),
                    stop("2", "Schule", "Güsten"),
                    stop("3", "Löderburg Dorfplatz", "Löderburg"),
                    stop("4", "Löderburg Breite Str.", "Löderburg"),
                    stop("5", "Schloss", "Plötzkau"),
                    stop("6", "Neugattersleben Hohlweg", "Neugattersleben"));

    private static Place place(String name, String postcode) {
        return new Place(name, "15089000", name, postcode, HERE);
    }

    private static Stop stop(String code, String name, String place) {
        return new Stop(new StopId(UUID.randomUUID()), code, name, place, place, HERE);
    }

    private static List<String> labels(String query) {
        return TargetSearch.find(query, PLACES, STOPS).stream().map(Target::label).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Güsten, Güsten",
        "GÜSTEN, Güsten",
        "guesten, Güsten",
        "Gusten, Güsten",
        "Gröna, Gröna",
        "groena, Gröna",
        "Plözkau, Plötzkau",
        "Ploetzkau, Plötzkau",
        "Pltözkau, Plötzkau",
        "gross boernecke, Groß Börnecke",
        "Börnecke, Groß Börnecke",
        "Neugattersleen, Neugattersleben",
        "neug, Neugattersleben"
    })
    void aPlaceIsFoundHoweverItIsSpelled(String typed, String meant) {
        assertThat(labels(typed)).singleElement().asString().startsWith(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "Bürgerhaus, Bürgerhaus",
        "Breite Straße, Breite Str.",
        "breite strasse löderburg, Breite Str.",
        "Hohlweg, Hohlweg"
    })
    void aStreetLeadsToItsStop(String typed, String meant) {
        assertThat(labels(typed)).singleElement().asString().contains(meant);
    }

    @Test
    void aNameThatSeveralPlacesShareIsAChoice() {
        assertThat(labels("Groß"))
                .containsExactly("Groß Börnecke (39435)", "Groß Rosenburg (39240)");
    }

    @Test
    void aPostcodeFindsItsPlaces() {
        assertThat(labels("39439")).containsExactly("Güsten (39439)");
        assertThat(labels("06408 Gröna")).containsExactly("Gröna (06408)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!", "Timbuktu", "99999", "'; DROP TABLE stop; --", "☃"})
    void whatNobodyHereIsCalledFindsNothing(String typed) {
        assertThat(labels(typed)).isEmpty();
    }

    @Test
    void anEndlessQuestionIsCut() {
        assertThat(labels("Güsten " + "x".repeat(100_000))).isEmpty();
    }
}
