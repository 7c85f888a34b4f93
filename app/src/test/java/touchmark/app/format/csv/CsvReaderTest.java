package touchmark.app.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchmark.app.format.FileText;
import touchmark.app.format.FormatException;
import touchmark.app.format.ProductData;
import touchmark.app.measured.Measured;

class CsvReaderTest {
  private static final String HEIGHTS =
      "RepRapFirmware height map file v2 generated at x\n"
          + "xmin,xmax,ymin,ymax,radius,xspacing,yspacing,xnum,ynum\n"
          + "0,20,0,10,-1,10,5,2,2\n0.1,0\n-0.2,0.000\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x,y\\n1,2\\n3,4\\n",
        "x;y\\r\\n1;2\\r\\n3;4",
        "x\\ty\\n1\\t2\\n\\n3\\t4\\n",
        "\"x\",\"y\"\\n\"1\",2\\n3,\"4\"\\n",
        "x, y\\n1, 2,\\n3, 4,,\\n",
      })
  void tablesAreWrittenInManyWays(String text) throws Exception {
    assertThat(measured("data.csv", text.translateEscapes()))
        .isEqualTo(
            new Measured.Table(
                Optional.empty(),
                List.of("x", "y"),
                List.of(List.of("1", "2"), List.of("3", "4"))));
  }

  @Test
  void aQuotedCellMayHoldEverything() throws Exception {
    Measured.Table table = (Measured.Table) measured("a.csv", "x,y\n\"1,5\n\"\"so\"\"\",2\n3\n");
    assertThat(table.rows()).containsExactly(List.of("1,5\n\"so\"", "2"), List.of("3", ""));
  }

  @Test
  void proseIsNoTable() throws Exception {
    assertThat(FileText.read("a.txt", "Dear Ada, hello,\nhow are you?\nGood bye, Bob\n").data())
        .isInstanceOf(ProductData.Unread.class);
    assertThat(FileText.read("a.txt", "x,y\n1,2\n3,4\n").data())
        .isInstanceOf(ProductData.Results.class);
  }

  @Test
  void aHeightMapIsAGridAndWhatWasNotProbedIsNoHeight() throws Exception {
    assertThat(measured("heightmap.csv", HEIGHTS))
        .isEqualTo(
            new Measured.HeightMap(
                Optional.of("RepRapFirmware height map file v2 generated at x"),
                0,
                0,
                10,
                5,
                List.of(List.of(0.1, Double.NaN), List.of(-0.2, 0.0))));
  }

  @Test
  void theThirdVersionNamesItsAxes() throws Exception {
    Measured.HeightMap map =
        (Measured.HeightMap)
            measured(
                "heightmap.csv",
                HEIGHTS
                    .replace(
                        "xmin,xmax,ymin,ymax,radius,xspacing,yspacing,xnum,ynum",
                        "axis0,axis1,min0,max0,min1,max1,radius,spacing0,spacing1,num0,num1")
                    .replace("0,20,0,10,-1,10,5,2,2", "X,Y,5,20,0,10,-1,10,5,2,2"));
    assertThat(map.minX()).isEqualTo(5);
    assertThat(map.heights()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a row longer than its header|x,y\\n1,2,3\\n|line 2: expected at most 2 cells, found more",
        "a quote without end|x,y\\n\"1,2\\n|line 2: expected the end of a quoted cell",
        "something after a quote|x,y\\n\"1\"2,3\\n|line 2: expected a separator",
      })
  void isRefusedInOneSentence(String lie, String text, String expected) {
    refused(text.translateEscapes(), expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "more points than lines|2,2\\n|2,3\\n|3 lines of heights",
        "more points than memory|2,2\\n|999999,999999\\n|at most 1000000 points",
        "no points|2,2\\n|0,2\\n|a number of points",
        "half a point|2,2\\n|1.5,2\\n|a number of points",
        "a height that is none|0.1|NaN|a finite number",
        "a height that is a word|0.1|high|a number",
        "a missing height|0.1,0|0.1|2 heights",
        "a grid without a count|xnum|other|the name xnum or num0",
      })
  void aHeightMapThatLiesIsRefused(String lie, String truth, String instead, String expected) {
    refused(HEIGHTS.replace(truth.translateEscapes(), instead.translateEscapes()), expected);
  }

  @Test
  void moreCellsThanAnyTableHasAreRefused() {
    refused("x" + ",y".repeat(20_000) + "\n", "at most 10000 cells");
    refused("a" + ",b".repeat(9_000) + "\n" + "1,\n".repeat(1_000), "at most 5000000 cells");
  }

  private static void refused(String text, String expected) {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> FileText.read("data.csv", text))
        .withMessageStartingWith("data.csv, ")
        .withMessageContaining(expected);
  }

  private static Measured measured(String name, String text) throws Exception {
    return ((ProductData.Results) FileText.read(name, text).data()).measured();
  }
}
