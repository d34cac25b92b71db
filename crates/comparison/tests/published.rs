//! The methods against values published by others. The tables lie beside the tests, each row with its source.

mod published {
    mod funnel;
    mod run_chart;
    mod shewhart;
    mod standardise;
    mod table;
    mod variance;
}
