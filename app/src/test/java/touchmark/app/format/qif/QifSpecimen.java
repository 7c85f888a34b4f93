package touchmark.app.format.qif;

/// A QIF document as tests write it.
public final class QifSpecimen {
  /// A bore of 10 mm plus or minus 0.4, measured as 10.5 and said to have passed.
  public static final String WHOLE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <QIFDocument xmlns="http://qifstandards.org/xsd/qif3" versionQIF="3.0.0" idMax="9">
        <FileUnits><PrimaryUnits><AngularUnit><UnitName>degree</UnitName></AngularUnit>
          <LinearUnit><UnitName>mm</UnitName></LinearUnit></PrimaryUnits></FileUnits>
        <Product><PartSet n="1"><Part id="1"><ModelNumber>Bracket</ModelNumber></Part></PartSet>
        </Product>
        <Features><FeatureNominals><CircleFeatureNominal id="8"/></FeatureNominals></Features>
        <Characteristics>
          <CharacteristicDefinitions><DiameterCharacteristicDefinition id="1">\
      <Tolerance><MaxValue>0.4</MaxValue><MinValue>-0.4</MinValue>\
      <DefinedAsLimit>false</DefinedAsLimit></Tolerance>\
      </DiameterCharacteristicDefinition></CharacteristicDefinitions>
          <CharacteristicNominals><DiameterCharacteristicNominal id="2">\
      <CharacteristicDefinitionId>1</CharacteristicDefinitionId><TargetValue>10</TargetValue>\
      </DiameterCharacteristicNominal></CharacteristicNominals>
          <CharacteristicItems><DiameterCharacteristicItem id="3"><Name>bore</Name>\
      <CharacteristicNominalId>2</CharacteristicNominalId>\
      </DiameterCharacteristicItem></CharacteristicItems>
        </Characteristics>
        <Results><MeasurementResultsSet><MeasurementResults id="4"><MeasuredCharacteristics>\
      <CharacteristicMeasurements><DiameterCharacteristicMeasurement id="5">\
      <Status><CharacteristicStatusEnum>PASS</CharacteristicStatusEnum></Status>\
      <CharacteristicItemId>3</CharacteristicItemId><Value>10.5</Value>\
      </DiameterCharacteristicMeasurement></CharacteristicMeasurements>\
      </MeasuredCharacteristics><ActualComponentIds><Id>6</Id></ActualComponentIds>\
      </MeasurementResults></MeasurementResultsSet><ActualComponentSets><ActualComponentSet>\
      <ActualComponent id="6"><SerialNumber>SN 7</SerialNumber></ActualComponent>\
      </ActualComponentSet></ActualComponentSets></Results>
      </QIFDocument>
      """;

  private QifSpecimen() {}
}
